if exists("b:current_syntax")
  finish
endif

syntax match upgHead /\%(^\|[{,]\)\@<=\s*\h[A-Za-z0-9_-]*/
syntax match upgNumber /\<\d[A-Za-z0-9.%]*\%(-[A-Za-z0-9.]\+\)*/
syntax match upgType /:\s*\h\w*\%(<[a-z<>]*>\)\=?\=/hs=s+1
syntax keyword upgClause into at as by of using until every matching when takes timeout detect because reads changes
syntax keyword upgClause destroys saves restores giving confirm while on for batch after before gives shows with from to
syntax keyword upgOperator match else and or not is in contains lacks matches has starts exists empty succeeds
syntax match upgMember /\.\h[A-Za-z0-9_-]*/
syntax region upgHole matchgroup=upgDelimiter start=/\$\@1<!\${/ end=/}/ contained oneline contains=upgRaw,upgNumber
syntax match upgEscape /\\\%(u{\x\+}\|.\)/ contained
syntax region upgRaw start=/'/ end=/'/ oneline
syntax region upgText start=/"/ skip=/\\./ end=/"/ oneline contains=upgHole,upgEscape
syntax region upgProse start=/"""/ end=/"""/ contains=upgHole
syntax region upgCommand start=/`/ skip=/\\`/ end=/`/ oneline contains=upgHole
syntax region upgFence start=/```\w*/ end=/^\s*```/ contains=upgHole
syntax region upgFence start=/````\w*/ end=/^\s*````/ contains=upgHole
syntax match upgComment /\/\/.*$/

highlight default link upgHead Statement
highlight default link upgClause Keyword
highlight default link upgOperator Operator
highlight default link upgType Type
highlight default link upgNumber Number
highlight default link upgText String
highlight default link upgRaw String
highlight default link upgProse String
highlight default link upgCommand PreProc
highlight default link upgFence PreProc
highlight default link upgEscape SpecialChar
highlight default link upgDelimiter Delimiter
highlight default link upgHole Identifier
highlight default link upgComment Comment

let b:current_syntax = "upg"
