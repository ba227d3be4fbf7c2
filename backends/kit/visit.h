// A visitor out of lambdas, one a shape. None of them takes `auto`: a new shape must make every visitor answer.
#pragma once

namespace upg::backends::kit {

template <typename... F>
struct Visit : F... {
  using F::operator()...;
};
template <typename... F>
Visit(F...) -> Visit<F...>;

}  // namespace upg::backends::kit
