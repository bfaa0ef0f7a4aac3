package normal

// givenNames lists, one full name a line, its short forms and other spellings,
// folded. The place of a line is its number: new ones are added at the end.
const givenNames = `
abigail abby gail abbie abbey abi
albert al bert bertie
alexander alex alec sandy sasha xander aleksandr aleksander sascha aleks sanya shura sacha oleksandr
alexandra alex sandra lexi sasha alexa aleksandra oleksandra sascha sasa ola
alfred alf fred alfie freddie alfried
alice ally alicia alisa
alan allan allen
amanda mandy amandine
andrew andy drew andreas andre andrei andrey
angela angie
ann anne anna annie
anthony tony antony toni
archibald archie
arthur art artie arturo artur
augustus gus august augustin agustin
barbara barb babs barbra bobbie basia
benjamin ben benny benji benni benjamim veniamin
bernard bernie bernhard bernd bernt bern
bradley brad
brian bryan
caroline carol carrie carolyn karoline carolina karolina lina caro
catherine katherine cathy kathy kate katie kathryn cath kat katharina kitty katja katya katarina katrin kathrin cathrine katy
charles charlie chuck chas karl carl carol charly
charlotte lottie charlie lotte
christian chris cristian christiaan kristian
christine chris christina tina chrissy kristin kristina christa cristina christiane krystyna krissy
christopher chris kit topher christoph kristof christophe kristoffer stoffel chrissy christoffer
clifford cliff
constance connie constanze konstanze
cynthia cindy cindi
daniel dan danny dani danyal
danielle dani daniela danuta danny
david dave davey davy davide dawid dovid davit
deborah debbie deb debra debora debby
dennis denny denis denys dionysios
diana diane di dianne
dominic dom nick dominik dominique nic
donald don donny
dorothy dot dottie dolly dorothea dorothee dora thea dorte doro
douglas doug dougie
edmund ed eddie edmond edmundo
edward ed eddie ted ned teddy eduard eddy
edwin ed eddie eddy
eleanor ellie nell nora elly eleonora eleonore leonora lenore elinor
elizabeth liz beth betty lizzie eliza lisa elisabeth bess libby lisbeth liesbeth els elsbeth elise liesel lisl sissi lies liza lise elspeth
emily em emmy emilia emilie milly
emma em emmy
eric erik erich erick eirik erico
ernest ernie ernst
eugene gene eugen
florence flo florrie florentine
frances fran francie franny francine fanny frankie
francis frank fran frankie
franklin frank
francesco franco cesco
franz frank frantz
frederick fred freddie freddy frederic friedrich fritz fredrik frederik fredric freek
gabriel gabe gavriil
gabrielle gabby gabriele gabriela gabriella gabi gaby
geoffrey jeffrey geoff jeff jeffery geoffroy jef
george georgie georg georges georgy georgi schorsch
gerald gerry jerry geraldo
gertrude trudy gert gertrud traudl trude
gregory greg gregor gregg
gwendolyn gwen
hannah hanna hana
harold harry hal harald
harriet hattie
helen helena ellen helene lena leni hella nell
henry harry hank hal heinrich henri henrik
herbert herb bert bertie
howard howie
isabella bella isabel isabelle izzy ysabel isabela isa
jacob jake jakob
jacqueline jackie jacquelyn
james jim jimmy jamie jimi jamey
jane janie jayne
janet jan janette jeanette
jason jay
jean jeannie jeanne jeannette
jennifer jen jenny jenn
jeremy jerry jez jeremias jeremie
jessica jess jessie jessika
joan joanie
joanna jo joanne johanna joana giovanna ioanna
johannes hannes hans johann hanns jens
john jack johnny jon
jonathan jon jonny johnathan jonatan
joseph joe joey josef jupp sepp seppi
josephine jo josie josefine josefina josefa fina
joshua josh josue
judith judy jutta
julia julie jules
julian jules julien
karen karin caren
kenneth ken kenny kent
kimberly kim kimberley
laura laurie lori
lawrence larry laurence lorenz lawrie
leonard leo len lenny leonhard
leonardo leo
lillian lily lilly liliana lilian lili
linda lynda
louis lou louie lewis ludwig luis lewie
louise lou luise luisa louisa
lucas luke lukas luka
lucy lucie lucia luzia
madeline maddie madeleine magdalena madlen
magdalena magda lena leni magdalene magdalen
margaret peggy maggie meg marge margie greta margarete peg rita margit margarethe margret grete gretel gretchen maggy mag madge
maria mary marie mariya marija mitzi
marcus mark marc markus
martha marta
martin marty
martina tina
matilda tilly
matthew matt matthias mathew matty matteus mathias mattias
maximilian max maximiliano
maxine max
maxwell max
melanie mel melania
melissa mel lissa missy
melvin mel
michael mike mick mickey micheal mikey mischa
michelle shelly michele micheline
mildred millie milly
mitchell mitch
mohamed muhammad mohammed mohammad muhammed mo mohamad muhamed mohd md mahomet mhmd muhamad mohamud
nancy nan annie ann
natalie nat natalia nathalie natalija natalya nataliya
nathan nate nat
nathaniel nate nat nathan nathanael
nicholas nick nicky nicolas nikolaus klaus nico niklas niclas nik
nicole nicky nikki nicoletta nika
norman norm
oliver ollie
olivia liv ollie livia
oscar oskar oskari
pamela pam pammy
patricia pat patty tricia trish patrizia
patrick pat paddy
paul pauli
paula paola
pauline paulina
peter pete
penelope penny pen
philip phil phillip pip philippe filip philipp
rachel rachael rahel
randall randy randal randolph
raymond ray raimund raimondo ramon
rebecca becky becca rebekka rebeka reba
reginald reg reggie
richard rick dick rich ricky richie rik
robert bob rob bobby robbie bert bertie robbe
roberta bobbie
roderick rod roddy
roger rodge rogelio ruggero rutger
ronald ron ronnie ronny ronaldo
rosemary rose rosie rosemarie
rudolf rudy rudi rudolph rodolfo rodolphe
russell russ rusty
ruth
samantha sam
samuel sam sammy samuele shmuel
sarah sally sara sarai
sebastian seb bastian sebastien sebastiano bas basti wastl
sharon sharron
shirley
sidney sid sydney
simon si
simone simona
sophia sophie sofia sofie
stanley stan
stephanie steph stefanie stefanny steffi fanny
stephen steve steven stefan stephan stevie
susan sue susie suzy susanne suzanne susanna susannah susana suzie
terence terry
teresa terry tess theresa tessa therese theresia resi thea tereza
theodore ted theo teddy theodor
thomas tom tommy tomas
thomasina tommie
timothy tim timmy timo timotheus tymon
ursula ulla uschi ursel
valerie val valeria valery
vanessa nessa
veronica ronnie vera veronika veronique vroni
victor vic viktor
victoria vicky vic tori viktoria vicki tory
vincent vince vinny vincenz enzo
virginia ginny virginie
walter walt wally walther
wilhelm willi willy wim helmi
wilfred fred wilf
william bill will billy willy liam
winifred winnie
yusuf yousef youssef yusef yosef
zachary zach zack zacharias zac
aaron aron ron
adam adamo addy
adelaide addie adele heidi adelheid
adrian adriano hadrian adrien ade
adriana adriane adrienne
agatha aggie agathe agata
agnes aggie agnieszka agnese agneta ines inez
ahmed ahmad achmed ahmet hmd
aidan aiden aydan
aileen eileen ilene
alberta berta albertine bertha
aleksei alexei alexey alexis aleksey alyosha alexej oleksiy
alfonso alphonse alfons alfonse alonso fonsi
ali aly
alison allison ali allie alyson
alma
aloysius alois loisl
alvin al alvaro
amalia amelie amalie malia
ambrose ambrosius ambrogio
amelia amy millie
amir emir ameer
amira ameera
amy aimee ami
anastasia nastya anastasija tasia stasia
andrea andi andria drea
anneliese annelies anneli lies
antonia toni tonia antonella antonie
april avril
ariana arianna ariane
arnold arnie arno arnaud arnaldo arnd
ashley ash ashleigh
astrid asta
audrey audra
aurelia aurelie
axel aksel
aylin eileen ailin
bartholomew bart bartosz bartolomeo barthel bartek bartolome bartlomiej
beatrice bea beatrix beatriz trixie beate bee trix
belinda linda bella
benedict benedikt benny benito benedetto benoit bengt
bernadette bernie detta bernadett
bertram bert bertrand
bertha berta bertie
beverly bev beverley
blake
bogdan bohdan
bonnie bonny
boris
bradford brad ford
brandon brandy
brenda brendie
brendan bren brendon
brent brenton
brett bret
bridget biddy bridie brigitte brigitta birgit britta gitte brigid bridgette gitta brigida
bruce
bruno brunon
burkhard burkhart burghard
calvin cal kalvin
cameron cam kamryn
camilla cam milla camille camila kamila millie
candice candy candace
carla karla carlotta
carmen carmela carmel
carmine carmelo
casimir kazimierz kasimir casey
cassandra cass cassie sandra sandy
cecilia cecily celia cecile cecelia cissy cis zilla cilla
cecil cecilio
celeste celestine
chantal chantelle
chelsea chelsey
cheryl sherry sheryl cheri
chester chet
chloe cloe khloe
clara claire clare klara clarissa chiara clair
claude claudio claudius klaudiusz
claudia claudine klaudia claudette
clement clemens klemens clem
clyde
colin collin
conrad konrad con
cordula cora
cornelia connie nele neele corry nelly
cornelius connie neil kees cor corneel cornelis kornel
corey cory
craig
crystal krystal chris christal
curtis curt kurt
cyril cyrill kirill kiril cyrille
dagmar daggi
dale
dalibor dali
damian damien demian damiano
dana danuta
daphne daffy
darius dariusz dario daryush
darren darin darrin
darryl daryl darrell
dawn
dean dino
della adele
denise denny denyse
derek derrick
desmond des desi
desiree desi
detlef detlev
diego
dilip dileep
dimitri dmitri dmitry dmitrii dmitriy dima mitya dimitrios dimitris dymitr
dinah dina
dolores lola dolly lolita loli
donna
doreen dorina
doris dorrie
dragan drago
duncan dunc
dustin dusty
dylan dillon
earl earle
ebenezer eben
edgar edgardo ed
edith edie edita edyta dita ditte
eileen ailin ella elaine
elaine alaine
elijah eli elie lijah
elliott eliot elliot
ella ellie
elmer elmar
elsa else elsie
elvira elvire
emanuel immanuel manuel manny emmanuel manolo manu
emil
enid
erica erika rikki ricki rika
erin eryn
esmeralda esme
esther ester essie hester hettie
ethan
ethel
eva eve evi evie ewa yeva ieva
evelyn eve evie eveline ewelina evelina
ezekiel zeke
fabian fabien
fatima fatma fatimah fatemeh
felicity fliss felicitas felicia flick
felix feliks felice
ferdinand ferdi fernando nando ferdy hernando ferdinando fernand
fiona fi
florian flo floriano florin
francois francis
gareth gary gaz garth
garrett gary
gary garry
gavin gav gawain
geraldine gerry geri dina
gerard gert gerardo gerrit gerry geert jerry gerardus
gerhard gerd gert gerhardt hardy
gilbert gil gib gilberto bert
gillian gill jill gilly
gina regina georgina
giovanni gianni nino vanni giova gian
gisela gisele giselle gila
gladys
glenn glen
gloria
godfrey gottfried goffredo jeff
gordon gord gordy
grace gracie grazia graca
graham graeme grahame
guido
gunther gunter guenter
gustav gus gustaf
guy
harvey harv
hassan hasan
hazel
heather
hector ettore
hedwig hedi hede hedy
heidi adelheid
heike
heiko
heinz heinrich
helga
helmut hellmut helmuth
henrietta henriette etta hettie jette rietje enrica
herman hermann harm
hermine mina hermina
hilary hillary hilaire
hilda hilde hildegard hildegarde
horace horatio
hugh hughie huey
hussein hossein hussain husain husein hossain
ibrahim ebrahim ibra
ida idalia
ignatius ignaz iggy
imogen immy
ingeborg inge inga
ingrid inge inga
irene irenka renie
iris
irma irmgard irmi
irving irv irvin
isaac ike izzy isaak yitzhak ishaq zak
isaiah ike zay
ismail ishmael ismael
ivan vanya iwan vanja
ivy
jamal jamaal gamal
jamila jameela
jan
jaroslav jarek jaroslaw yaroslav
jasmine jas jasmin yasmin yasmine yasemin jazmin
jasper
jemima jem mima
jerome jerry geronimo hieronymus jeronimo
jerzy jurek georg
jesse jess
jesus chuy chucho
jill gillian
joachim achim jochen jochim jojakim
joaquin quino
jocelyn joss joscelin
jodie jody judith jodi
joel yoel
jorge
josefina pepa
joyce
juan juanito
juanita juana
jurgen jurg
justin jus giustino justus
justine giustina justina
kai kay kaj
kamal kemal kamaal
kaspar kasimir
kay kaye
keith
kelly kelley
kelvin kev
kerstin kirsten kirstin
kevin kev
khalid khaled halid
kieran ciaran kieron
konstantin constantine kostas costas kosta constantin dinos konstantinos kostya
kristen kristin kris
kurt curt
kyle
kylie
ladislav laszlo laci
lambert bert lambrecht
lars laurits lasse
latoya toya
laszlo ladislaus laci
leah lea lia
leila layla leyla laila lejla
leo leopold
leopold leo poldi leopoldo poldl
leroy roy
leslie les lesley
lester les
lidia lydia lida lyda
lionel leonel
lloyd floyd
lois
lorenz laurentius
loretta lori lauretta
lorna
lorraine lori laraine
lothar lotario
lucia lucy luzie
lucian lucien
luther
lynn lynne lyn linn lynette
mabel mab
malcolm mal
mandy amanda
manfred manni fred
manuela ela manu manuella emanuela
marcel marcello marcellus marcelo marcelino
marcia marsha
margot margo margaux
marian marianna
marianne marianna
mariana marianne
mariella marielle
marilyn marylin
marina marinka rina
mario
marisa marissa
marjorie marge margie marjory
marlene marleen
marlon
marshall
martine martina tina
marvin marv merv
mathilde mathilda tilda tilde matilde
maud maude matilda
maureen mo
maurice moritz morris moe maurits mauritz
max maximilian maxwell
mechthild mechtild
mercedes mercy merche
meredith merry
miguel miki
milan milos
minna wilhelmina minnie mina
mira mirela
miranda mandy randy
miriam mirjam myriam mary mimi maryam mim
moira maura
mona ramona
monica monika monique moni mona
morgan
moses moshe moises moe moussa musa mose
muriel meriel
mustafa mustapha moustafa
myra
nadia nadine nadja nadezhda nada nadya
naomi noemi
napoleon nap
natasha natalia
neil neal niall
nelson nels
nicolette nicola coletta colette
nigel nige
nina antonina
noah noe
noel nowell
nora norah honora eleanora
norbert bert
norma
nourredine nureddin noureddine
octavia tavia
odette
olaf olav ole
olga olya olha
omar umar omer
orlando
oswald ossie oz ozzie osvaldo
otto ottone
owen eoin ewan euan evan
pascal pasquale pascual
percival percy perce
perry peregrine
petra petronella pietra peta
petronella nel nelly petra
phoebe phebe
phyllis phil phillie
pierre
polly
preston
priscilla cilla prissy
quentin quinten quintin
rafael raphael rafe rafi raf
raimund raymond
rainer reiner rainier
ralph ralf rafe
ramona mona
raphaela raffaela rafaela
rashid rachid rasheed
regina gina regine reina queenie
reinhard reinhardt rein reinhart
renate renata rena
rene renatus
renee rena
rhoda
rhonda ronda
rita margarita
robin robyn rob
rodney rod
roland rollo rolly
roman romain romano
romana romy rosemarie
ronja ronya
rosa rose rosita rosalia rosie roza
rosalind roz ros rosalinda rosalyn
rosanna rosanne roseanne rose roxanne
ross
roxanne roxy roxana roxane
roy leroy
rupert ruprecht
ryan
sabine sabina bine
sabrina brina
salvador salvatore sal salva toto
samir sameer
sandra sandy sondra
santiago iago tiago
saul shaul
scott scotty
seamus shamus
sean shaun shawn
selma anselma
sergei sergey sergio serge sergej sergiy serghei sergi
seth
severin soren severino
shane shayne
sheila sheelagh
shelby
sheldon shelly
sherman
sibylle sybil sibyl sibylla bille
siegfried sigi siggi sigfrid
siegmund sigmund sigismund zygmunt sigi
siegrid sigrid sigi
sigrun
silvia sylvia sylvie silvie
silvester sylvester vester sly sylvestre
sinead
siobhan chevonne
solomon sol salomon shlomo
sonia sonja sonya
spencer spence
stacey stacy
stella estelle estella
stuart stu stewart
susanne susi sanne sanna sus susann
svetlana lana sveta svitlana
sven svend swen
sybil
sylvain silvain sylvan silvano
tamara tammy tamar
tammy
tanja tanya tatiana tatyana tania tetiana tatjana
taylor tay
thaddeus tad thad tadeusz taddeo judas
tabitha tabby
tamsin tamzin
thelma
theobald theo tibor
theodora dora theo thea teodora
thorsten torsten
tilman till tillmann
tobias toby tobi tobiah
tiffany tiff
todd
tracy tracey teresa
travis
trevor trev
tristan tris tristram
trudy gertrude
tyler ty
tyrone ty
udo
ulrich uli ulli ulrik ulric utz
ulrike uli ulli rike ulla ulrika
uwe uve
valentin valentine val valentino valentyn walenty
valentina valya tina valentine
vera veronika verena
verena vreni vera
vernon vern
vikram vik vick
viola violet violetta violette
violet vi
vivian viv vivien vivienne viviana
vladimir vlad volodymyr wladimir vova volodya wlodzimierz vladimiro
volker
wallace wally
waltraud traudl traute waltraut
wanda wendy
warren
wayne
wendy gwendolyn
werner wernher verner
wendell
wesley wes
wilfried willi fred
wilhelmina willa billie minnie mina helma wilma minna vilma wilhelmine willemijn
winston win winnie
wolfgang wolf wolfi wulf
wolfram wolf
wojciech wojtek voytek
wolodymyr vladimir
xavier xaver javier javi saverio
yolanda yolande jolanda jolanthe iolanda
yvette ivette
yvonne ivonne evonne
zbigniew zbyszek
zoe zoey zoi
zsuzsanna zsuzsa
guillermo memo guille
ignacio nacho
enrique quique kike
eduardo lalo edu
roberto beto
alberto beto
francisco paco pancho curro fran quico cisco
jose pepe chepe
rosario charo
concepcion concha conchita
guadalupe lupe lupita
pilar pili
montserrat montse
consuelo chelo
ignazio nazzareno
giacomo
pierluigi piero
domenico mimmo
giuseppina pina
raffaele lello
gaetano tano
vincenzo enzo
hubert bert hugbert hubertus huub
annegret annegrete
karlheinz
hanspeter
hansjurgen
maryann
marylou mary
annmarie annemarie ann
rosemarie rosmarie romy
lieselotte liselotte lilo lotte liesel
ottilie tilly otti
walburga burgi
kunigunde kuni
korbinian korbi
ludger luitger
eckhard eckart ekkehard ecki eckehard
eberhard ebbi ebo
dietmar didi dieter
diethelm
gottlieb gottl amadeus
hartmut hardy
hartwig
ewald
egon
erwin irwin
friedhelm fried
gunda kunigunde
heribert
ingo
jost jodok
jutta judith
karola carola carol
luise lulu
maike meike
nikola nicola
reinhilde
roswitha
silke
thilo tilo
ute uta
veit vitus
viktor
wiebke
wilma
xaver
jiri jirka
jaroslava jarka
zdenek zdenka
vaclav vasek wenzel wenceslas waclaw
frantisek franta
stanislav stan stanislaw stanislaus stas stanko
miroslav mirek miroslaw mirko
malgorzata gosia
jadwiga
boguslaw bogdan
zofia zosia
tadeusz tadek
andras bandi
gyorgy gyuri
sandor
istvan pisti
janos jancsi
jozsef
ferenc feri
erzsebet
katalin kati
vasily vasili vasiliy vasyl basile wassili
basil bas basilio vasilis
mikhail misha
grigory grisha
pavel pasha
anatoly anatoli tolya anatole
gennady gena
leonid lenya
oleg oleh
vadim vadym
viacheslav vyacheslav slava
yuri yury iurii jurij
igor ihor
lyudmila ludmila lyuda liudmila mila
galina galya halyna
larisa lara larysa
nadezhda nadya hope
natalya natasha
tatyana tanya
lyubov lyuba
spyridon spyros spiro
panagiotis panos takis
evangelos vangelis
athanasios thanasis nasos
eleftherios lefteris
stavros stav
ioannis yiannis giannis yannis
georgia gogo georgina
mahmoud mahmud mahmood
abdullah
youssef yusuf joseph
fatih
hamid hameed
karim kareem
latif latifah
majid majeed
nasser nasir naser
osama usama
rahim raheem
said saeed sayed syed sayyid saied
salim saleem selim
tariq tarek tarik
walid waleed
yahya yehia
yasser yasir
zaynab zainab zeinab zeynep
aisha ayesha aicha ayse aysha aisah
khadija khadijah hatice
maryam mariam meryem
noor nur nour
sanjay sanj
rajesh raj
krishnan krishna kris
suresh
lakshmi laxmi
srinivas srini
venkatesh venkat
annette annett anette
anita
anja anya
annika anika
anke
anneke
hanna hannah hanne
kathleen cathleen kathy cathy kath kathie
karin karen
kirsten kirstin
angelika angelica geli angie
angelina angie
angelique
juliane juliana
julius julio giulio jules
juliette juliet
lauren
lucille lucile
natasha natascha
marco marko marcos
marek
marius mariusz
karsten carsten
jorg joerg
jiri
joris
goran
lennart
torben
rolf rolfe
raoul raul
reinhold
nadia nadja nadya nadezhda nada
irina iryna ira
mehmet mehmed
vladislav wladyslaw
dirk dirck
dietrich dieter didi diederik
odile
maxim maksim max
marion
mary molly polly mae
megan meg meghan
zara zarah
gunnar
armin
almut
ian iain
vito
janusz
bryant
hanspeter hans
hanspeter peter
hansjurgen hans
hansjurgen jurgen
karlheinz karl
karlheinz heinz
maryann mary
maryann ann
annegret anne
alessandro sandro ale
alejandro jandro ale
antonio tonio toni nino
anton toni toon antonius tony
ekaterina yekaterina katerina katya katja katia
katarzyna kasia
evgeny yevgeny evgenii evgeniy zhenya
francesca franca
franziska franzi
elena lena yelena alyona
hendrik henk hendrick rik
enrico rico
jakub kuba
giuseppe beppe peppe peppino
yulia yuliya iuliia yulya
luigi gigi
maarten martijn marten
matteo teo
nikolai nikolay kolya
pieter piet pieterjan
pietro piero
piotr pyotr petya
fyodor fedor fjodor
willem wim willy
suleiman sulaiman soliman suleyman
abraham abe bram avram abram
ilya ilja
caspar kaspar casper kasper
joaquin quim
margarita rita
grzegorz grzesiek
jan janek janne
mathieu matthieu
`
