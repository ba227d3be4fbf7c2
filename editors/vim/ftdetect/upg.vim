autocmd BufNewFile,BufRead *.upg setfiletype upg
