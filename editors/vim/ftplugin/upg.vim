setlocal commentstring=//\ %s
setlocal comments=://
setlocal shiftwidth=2 softtabstop=2 expandtab
