"""The walk through the guide points to the lines that it speaks of."""

import anchors
from harness import check


def test_links_into_the_plan(folder):
    wrong = anchors.check()
    check(not wrong, "\n".join(wrong))
