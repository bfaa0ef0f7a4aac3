package normal

import (
	"slices"
	"strings"
)

// Groups returns the full names, by number, that a folded given name is short for
// or a spelling of; nothing for a name that is not known. A short name may belong
// to several: pat is patrick or patricia.
func Groups(first string) []uint16 { return groups[first] }

// Alike reports whether two folded given names fit one person: they share a full
// name. Two known names that share none are two names, however alike they look.
func Alike(a, b string) bool {
	for _, x := range groups[a] {
		if slices.Contains(groups[b], x) {
			return true
		}
	}
	return false
}

var groups = readGroups(givenNames)

func readGroups(lines string) map[string][]uint16 {
	known := map[string][]uint16{}
	for i, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		for _, name := range strings.Fields(line) {
			known[name] = append(known[name], uint16(i))
		}
	}
	return known
}

// givenNames lists, one full name a line, its short forms and other spellings.
const givenNames = `
abigail abby gail
albert al bert bertie
alexander alex alec sandy sasha xander
alexandra alex sandra lexi sasha alexa
alfred alf fred alfie freddie
alice ally
alan allan allen
amanda mandy
andrew andy drew andreas andre
angela angie
ann anne anna annie
anthony tony antony toni
archibald archie
arthur art artie
augustus gus august
barbara barb babs
benjamin ben benny benji
bernard bernie
bradley brad
brian bryan
caroline carol carrie carolyn
catherine katherine cathy kathy kate katie kathryn cath kat katharina kitty
charles charlie chuck chas karl carl
charlotte lottie charlie
christian chris
christine chris christina tina chrissy kristin kristina christa
christopher chris kit topher christoph kristof
clifford cliff
constance connie
cynthia cindy
daniel dan danny
danielle dani
david dave davey davy
deborah debbie deb debra
dennis denny
diana diane
dominic dom nick
donald don donny
dorothy dot dottie dolly
douglas doug
edmund ed eddie
edward ed eddie ted ned teddy eduard
edwin ed eddie
eleanor ellie nell nora elly
elizabeth liz beth betty lizzie eliza lisa elisabeth bess libby
emily em emmy
emma em
eric erik erich
ernest ernie
eugene gene
florence flo florrie
frances fran francie
francis frank fran
franklin frank
francesco franco
franz frank
frederick fred freddie freddy frederic friedrich fritz
gabriel gabe
gabrielle gabby
geoffrey jeffrey geoff jeff
george georgie georg
gerald gerry jerry
gertrude trudy gert
gregory greg gregor
gwendolyn gwen
hannah hanna
harold harry hal
harriet hattie
helen helena ellen
henry harry hank hal heinrich henri
herbert herb bert bertie
howard howie
isabella bella isabel isabelle izzy
jacob jake jakob
jacqueline jackie
james jim jimmy jamie jimi
jane janie jayne
janet jan
jason jay
jean jeannie
jennifer jen jenny
jeremy jerry jez
jessica jess jessie
joan joanie
joanna jo joanne
johannes hannes hans johann
john jack johnny jon
jonathan jon jonny johnathan
joseph joe joey josef
josephine jo josie
joshua josh
judith judy
julia julie jules
julian jules
karen
kenneth ken kenny
kimberly kim
laura laurie
lawrence larry laurence lorenz
leonard leo len lenny
leonardo leo
lillian lily lilly
linda
louis lou louie lewis ludwig luis
louise lou
lucas luke lukas
lucy lucie lucia
madeline maddie madeleine
magdalena magda lena
margaret peggy maggie meg marge margie greta margarete peg rita
maria mary marie
marcus mark marc markus
martha
martin marty
martina
matilda tilly
matthew matt matthias mathew matty
maximilian max
maxine max
maxwell max
melanie mel
melissa mel lissa missy
melvin mel
michael mike mick mickey micheal mikey
michelle shelly michele
mildred millie
mitchell mitch
mohamed muhammad mohammed mohammad muhammed mo
nancy nan
natalie nat natalia
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky nicolas nikolaus klaus nico
nicole nicky nikki
norman norm
oliver ollie
olivia liv ollie
oscar oskar
pamela pam
patricia pat patty tricia trish
patrick pat paddy
paul
paula
pauline
peter pete
penelope penny
philip phil phillip pip
rachel rachael
randall randy
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich ricky richie
robert bob rob bobby robbie bert rupert
roberta bobbie
roderick rod
roger rodge
ronald ron ronnie ronny
rosemary rose rosie
rudolf rudy rudi rudolph
russell russ
ruth
samantha sam
samuel sam sammy
sarah sally sara
sebastian seb bastian
sharon
shirley
sidney sid sydney
simon si
simone
sophia sophie sofia
stanley stan
stephanie steph stefanie
stephen steve steven stefan stephan
susan sue susie suzy susanne suzanne
terence terry
teresa terry tess theresa tessa
theodore ted theo teddy
thomas tom tommy
thomasina tommie
timothy tim timmy
ursula ulla
valerie val
vanessa
veronica ronnie vera
victor vic
victoria vicky vic tori
vincent vince vinny
virginia ginny
walter walt wally
wilhelm willi
wilfred fred wilf
william bill will billy willy liam
winifred winnie
yusuf yousef youssef
zachary zach zack
`
