"""English nicknames: general knowledge about first names, one table.

`NICKNAMES["bill"]` is the set of the names that `Bill` may be short for. Only forms that are in common use;
the full names themselves stand for themselves.
"""

from __future__ import annotations

_TABLE = """
abby abigail
abe abraham
al albert alan alfred alexander
alex alexander alexandra alexis
andy andrew
angie angela
art arthur
barb barbara
becky rebecca
ben benjamin
bernie bernard
bert albert robert herbert
beth elizabeth
betty elizabeth
bill william
billy william
bob robert
bobby robert
brad bradley
cathy catherine
charlie charles
chris christopher christine christian
chuck charles
cindy cynthia
cliff clifford
dan daniel
danny daniel
dave david
deb deborah
debbie deborah
dick richard
don donald
doug douglas
drew andrew
ed edward edwin edgar
eddie edward
eric erik
frank francis franklin
fred frederick alfred
gabe gabriel
gene eugene
geoff geoffrey
geoffrey jeffrey
gerry gerald gerard
greg gregory
gus augustus
hal harold henry
hank henry
harry harold henry
jack john
jake jacob
jamie james
jeff jeffrey geoffrey
jen jennifer
jenny jennifer
jerry gerald jerome
jim james
jimmy james
joe joseph
joey joseph
johnny john
jon jonathan john
josh joshua
judy judith
kate katherine kathryn catherine
kathy katherine kathleen
katie katherine kathryn
ken kenneth
kim kimberly
larry lawrence laurence
len leonard
leo leonard leonardo
les leslie lester
liz elizabeth
lou louis louise
maggie margaret
mandy amanda
marge margaret
matt matthew
max maxwell maximilian
meg margaret
mel melvin
mickey michael
mike michael
mitch mitchell
mo maurice mohamed mohammed
nancy ann
nat nathaniel
nate nathan nathaniel
ned edward
nick nicholas
norm norman
pam pamela
pat patrick patricia
patty patricia
peg margaret
peggy margaret
pete peter
phil philip phillip
philip phillip
rafa rafael
randy randall randolph
ray raymond
rich richard
rick richard
rob robert
robbie robert
rod rodney roderick
ron ronald
ronnie ronald
russ russell
sally sarah
sam samuel samantha
sandy sandra alexander
sid sidney
stan stanley
stephen steven
steve steven stephen
stu stuart
sue susan suzanne
susie susan
ted theodore edward
terry terence teresa
theo theodore
tim timothy
tina christina
toby tobias
tom thomas
tommy thomas
tony anthony antonio
val valerie
vic victor
vince vincent
walt walter
wes wesley
will william
zach zachary
"""

NICKNAMES = {row.split()[0]: frozenset(row.split()[1:]) for row in _TABLE.strip().splitlines()}
