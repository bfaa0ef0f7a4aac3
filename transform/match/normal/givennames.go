package normal

// givenNames lists, one full name a line, its short forms and other spellings,
// folded. The place of a line is its number: new ones are added at the end.
const givenNames = `
abigail abby gail abbie abbey abi
albert al bert bertie alberto adalbert
alexander alex alec sandy sasha xander aleksandr aleksander alexandre alejandro alessandro alexandros iskander sascha aleks sanya shura sacha alexandru oleksandr xandre
alexandra alex sandra lexi sasha alexa aleksandra alessandra alejandra oleksandra sascha sasa ola
alfred alf fred alfie freddie alfredo alfried
alice ally alicia alisa
alan allan allen alain
amanda mandy amandine
andrew andy drew andreas andre andrei andrey andrzej andriy anders andres andreu andrij
angela angie
ann anne anna annie
anthony tony antony toni antonio antoine anton toon antonios antonius tonio
archibald archie
arthur art artie arturo artur
augustus gus august augustin agustin
barbara barb babs barbra bobbie basia barbro varvara
benjamin ben benny benji benni benjamim veniamin
bernard bernie bernhard bernardo bernd bernt bern
bradley brad
brian bryan
caroline carol carrie carolyn karoline carolina karolina lina caro
catherine katherine cathy kathy kate katie kathryn cath kat katharina kitty catarina caterina catalina ekaterina yekaterina katja katya katarina katarzyna katrin kathrin cathrine katy
charles charlie chuck chas karl carl carlos carlo karel carol charly karol
charlotte lottie charlie lotte
christian chris cristian christiaan kristian
christine chris christina tina chrissy kristin kristina christa cristina christiane krystyna krissy
christopher chris kit topher christoph kristof cristobal christophe cristoforo kristoffer krzysztof christos stoffel chrissy christoffer
clifford cliff
constance connie constanze konstanze
cynthia cindy cindi
daniel dan danny daniele danilo daniil danila dani danyal
danielle dani daniela danuta danny
david dave davey davy davide dawid dovid davit
deborah debbie deb debra debora debby
dennis denny denis denys dionysios
diana diane di dianne
dominic dom nick dominik dominique domenico domingo nic
donald don donny
dorothy dot dottie dolly dorothea dorothee dora thea dorte doro
douglas doug dougie
edmund ed eddie edmond edmundo
edward ed eddie ted ned teddy eduard edouard eduardo edoardo edvard eddy
edwin ed eddie eddy
eleanor ellie nell nora elly eleonora eleonore leonora lenore elinor
elizabeth liz beth betty lizzie eliza lisa elisabeth bess libby elizaveta elisabetta elisabet lisbeth liesbeth els elsbeth elise liesel lisl sissi elzbieta lies liza lise elspeth
emily em emmy emilia emilie milly
emma em emmy
eric erik erich erick eirik erico
ernest ernie ernst ernesto
eugene gene eugen evgeny yevgeny eugenio evgenii
florence flo florrie florentine
frances fran francie franny francesca francoise franziska franzi francine fanny frankie
francis frank fran frans francois francisco franciscus franz frantisek frankie
franklin frank
francesco franco cesco
franz frank ferenc frantz
frederick fred freddie freddy frederic friedrich fritz fredrik frederik frederico federico fredric fryderyk freek
gabriel gabe gavriil gabor
gabrielle gabby gabriele gabriela gabriella gabi gaby
geoffrey jeffrey geoff jeff jeffery geoffroy jef
george georgie georg georges giorgio jorge giorgos gheorghe georgios georgy georgi schorsch
gerald gerry jerry geraldo
gertrude trudy gert gertrud traudl trude
gregory greg gregor gregoire gregorio grzegorz grigory grigori gregg
gwendolyn gwen
hannah hanna hana
harold harry hal harald
harriet hattie
helen helena ellen helene elena eleni lena leni hella yelena olena ileana nell
henry harry hank hal heinrich henri enrico enrique henrik hendrik hinrich henk hein henryk
herbert herb bert bertie
howard howie
isabella bella isabel isabelle izzy ysabel isabela isa
jacob jake jakob jacques jaap jakub giacomo iacopo yakov jacobo jakov
jacqueline jackie jacquelyn
james jim jimmy jamie jimi jaime jamey
jane janie jayne
janet jan janette jeanette
jason jay
jean jeannie jeanne jeannette
jennifer jen jenny jenn
jeremy jerry jez jeremias jeremie
jessica jess jessie jessika
joan joanie
joanna jo joanne johanna joana giovanna ioanna
johannes hannes hans johann jan hanns jannis jens juan giovanni ivan ioannis yannis jannik
john jack johnny jon johan ivan johann jonny juan giovanni joao
jonathan jon jonny johnathan jonatan
joseph joe joey josef jose giuseppe pepe beppe yosef yusuf josip jozef iosif jupp sepp seppi pepi jos
josephine jo josie josefine josefina josefa giuseppina fina
joshua josh josue
judith judy jutta
julia julie jules giulia yulia iuliia
julian jules julien
karen karin caren
kenneth ken kenny kent
kimberly kim kimberley
laura laurie lori
lawrence larry laurence lorenz lorenzo laurent laurens lawrie
leonard leo len lenny leonhard
leonardo leo leon
lillian lily lilly liliana lilian lili
linda lynda
louis lou louie lewis ludwig luis luigi lodewijk ludovic lajos lewie
louise lou luise luisa louisa
lucas luke lukas luca luka
lucy lucie lucia luzia
madeline maddie madeleine magdalena madlen
magdalena magda lena leni magdalene magdalen
margaret peggy maggie meg marge margie greta margarete peg rita margarita margherita marguerite margit margarethe margret grete gretel gretchen maggy malgorzata gosia mag madge
maria mary marie mia mariya marija mitzi marika marijke
marcus mark marc markus
martha marta
martin marty maarten martijn marten martino
martina tina
matilda tilly
matthew matt matthias mathew matty matteo mateo mateusz matti mats matvey matteus mathias matthijs thijs mathieu hias mattias
maximilian max maximiliano massimiliano
maxine max
maxwell max
melanie mel melania
melissa mel lissa missy
melvin mel
michael mike mick mickey micheal mikey michel miguel mikhail mikael mickael michal mihai mischa misha michiel mikhael
michelle shelly michele micheline
mildred millie milly
mitchell mitch
mohamed muhammad mohammed mohammad muhammed mo mohamad muhamed mohd md mahomet mhmd muhamad mohamud
nancy nan annie ann
natalie nat natalia nathalie natalija natalya nataliya
nathan nate nat
nathaniel nate nat nathan nathanael
nicholas nick nicky nicolas nikolaus klaus nico nikolai nikolay niklas niclas nils nicolo mikolaj nikos nikita niels klaas nik
nicole nicky nikki nicoletta nika
norman norm
oliver ollie olivier oliviero
olivia liv ollie livia
oscar oskar oskari
pamela pam pammy
patricia pat patty tricia trish patrizia patrice
patrick pat paddy patrice patricio patryk padraig
paul paulo paolo pablo pavel pawel pal pol pauli
paula paola
pauline paulina
peter pete pedro pietro pierre piotr pyotr petr petar pieter petros per peer piet petrus
penelope penny pen
philip phil phillip pip philippe filip felipe filippo philipp
rachel rachael raquel rahel
randall randy randal randolph
raymond ray raimund raimondo ramon
rebecca becky becca rebekka rebeka reba
reginald reg reggie
richard rick dick rich ricky richie ricardo riccardo ryszard rik
robert bob rob bobby robbie bert roberto bertie robbe
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
simon si shimon szymon
simone simona
sophia sophie sofia sofie sofija zofia
stanley stan stanislaw
stephanie steph stefanie stefania stefanny steffi estefania fanny
stephen steve steven stefan stephan etienne esteban stefano szczepan istvan stepan stevie
susan sue susie suzy susanne suzanne susanna susannah susana suzie zuzana
terence terry
teresa terry tess theresa tessa therese theresia resi thea tereza
theodore ted theo teddy theodor fedor fyodor teodoro
thomas tom tommy tomas tommaso tomasz
thomasina tommie
timothy tim timmy timo timotheus tymon
ursula ulla uschi ursel
valerie val valeria valery
vanessa nessa
veronica ronnie vera veronika veronique vroni
victor vic viktor vittorio
victoria vicky vic tori viktoria vicki vittoria tory wiktoria
vincent vince vinny vincenzo vicente vincenz enzo wincenty
virginia ginny virginie
walter walt wally walther gualtiero
wilhelm willi willy wim helmi
wilfred fred wilf
william bill will billy willy liam guillaume guillermo guglielmo willem wim wilhelm willi vilhelm
winifred winnie
yusuf yousef youssef josef yusef yosef
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
amelia amy millie emilia amelie
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
clement clemens klemens clemente clem
clyde
colin collin
conrad konrad con corrado
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
elijah elias eli elia ilya ilja ilias ely elie lijah
elliott eliot elliot
ella ellie
elmer elmar
elsa else ilse elsie
elvira elvire
emanuel immanuel manuel manny emmanuel manolo manu
emil emilio emile
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
fabian fabio fabien fabiano
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
gerard gerhard gerd gert gerardo gerrit gerry geert jerry gerardus
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
guido guy
gunther gunter guenter
gustav gus gustavo gustave gustaf
guy guido
harvey harv
hassan hasan
hazel
heather
hector ettore
hedwig hedi hede jadwiga hedy
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
hugh hugo hughie huw ugo hugues huey
hussein hossein hussain husain husein hossain
ibrahim abraham abe bram avram ebrahim ibra abram
ida idalia
ignatius ignacio ignaz nacho ignazio inigo iggy ignacy
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
ivan vanya iwan yvan vanja
ivy
jamal jamaal gamal
jamila jameela
jan janek
jaroslav jarek jaroslaw yaroslav
jasmine jas jasmin yasmin yasmine yasemin jazmin
jasper caspar kaspar casper gaspard gaspar kasper
jemima jem mima
jerome jerry geronimo hieronymus jeronimo
jerzy jurek georg
jesse jess
jesus chuy chucho
jill gillian
joachim achim jochen jochim joaquin gioacchino jojakim
joaquin quino
jocelyn joss joscelin
jodie jody judith jodi
joel yoel
jorge george
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
konstantin constantine costa kostas costas kosta constantin dinos konstantinos kostya
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
leo leon leopold lev
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
lucian lucien luciano
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
maurice moritz mauricio maurizio morris moe maurits mauritz
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
orlando roland
oswald ossie oz ozzie osvaldo
otto ottone
owen eoin ewan euan evan
pascal pasquale pascual
patience pat
percival percy perce
perry peregrine
petra petronella pietra peta
petronella nel nelly petra
phoebe phebe
phyllis phil phillie
pierre peter
polly
preston
priscilla cilla prissy
quentin quinten quintin
rafael raphael rafe rafi raffaele rafal raf rafaello
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
roland rollo rolando orlando rolly
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
sean shaun shawn john
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
solomon sol salomon suleiman sulaiman zalman shlomo soliman suleyman
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
zsuzsanna zsuzsa susanna
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
giacomo jacopo
pierluigi piero
domenico mimmo
giuseppina pina
raffaele lello
gaetano tano
vincenzo enzo
hubert bert hugbert hubertus huub
annegret anne gret annegrete
karlheinz karl heinz
hanspeter hans peter
hansjurgen hans jurgen
maryann mary ann marian
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
heribert herbert
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
malgorzata gosia margarete
jadwiga hedwig
boguslaw bogdan
zofia sophia zosia
tadeusz tadek
andras andrew bandi
gyorgy george gyuri
sandor alexander
istvan stephen pisti
janos john johannes jancsi
jozsef joseph
ferenc francis feri
erzsebet elizabeth
katalin catherine kati
vasily vasili vasiliy basil vasyl basile vassilis wassili
basil bas basilio vasilis
mikhail misha michael
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
natalya natasha natalia
tatyana tanya
lyubov lyuba
spyridon spyros spiro
panagiotis panos takis
evangelos vangelis
athanasios thanasis nasos
eleftherios lefteris
stavros stav
ioannis yiannis giannis yannis john
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
jiri george
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
`
