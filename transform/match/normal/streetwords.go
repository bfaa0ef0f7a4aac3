package normal

import "strings"

// oneWord writes a word of a street's name in one way.
func oneWord(w string) string {
	if full, ok := streetWords[w]; ok {
		return full
	}
	return w
}

// suffix parts words that end on what is a word of its own elsewhere: hauptstrasse,
// kerkstraat, storgatan.
func suffix(w string) (base, kind string) {
	if len(w) < 6 || !isLetter(w[0]) || !suffixEnds[w[len(w)-1]] {
		return "", ""
	}
	for _, s := range suffixes {
		if b, ok := strings.CutSuffix(w, s[0]); ok && len(b) > 2 {
			return b, s[1]
		}
	}
	return "", ""
}

// suffixEnds are the letters that suffixes end on.
var suffixEnds = lastLetters(suffixes)

func lastLetters(list [][2]string) (out [256]bool) {
	for _, s := range list {
		out[s[0][len(s[0])-1]] = true
	}
	return out
}

// suffixes and the words they are compared as, longer ones first.
var suffixes = [][2]string{
	{"strasse", "st"},
	{"straat", "st"},
	{"str", "st"},
	{"gatan", "gata"},
	{"gade", "gata"},
	{"vagen", "vag"},
	{"veien", "vag"},
	{"vegen", "vag"},
	{"vej", "vag"},
	{"gasse", "gasse"},
	{"platz", "pl"},
	{"plein", "pl"},
	{"allee", "al"},
	{"laan", "laan"},
	{"gracht", "gracht"},
	{"katu", "katu"},
}

var streetWords = readShortWords(`
st street str saint strasse straat sankt sainte strt
ave avenue av aven avenida avda avn
rd road
dr drive drv drv
ln lane
blvd boulevard bd bvd boul blv
pl place plaza platz pza plz piazza plaats plein plac praca pca
ct court crt
cres crescent cr crsnt
cct circuit
cl close
cir circle circ
hwy highway
pkwy parkway pky
tce terrace ter terr
sq square
n north nord norte norra
s south sud sur sodra
e east ost
w west ouest oeste
ne northeast
nw northwest
se southeast
sw southwest
mt mount
mountain mtn
al allee ally alley aleja
gr grove grv
pde parade
trl trail
xing crossing
hts heights
gdns gardens gdn garden
esp esplanade
expy expressway
fwy freeway
tpke turnpike
rte route
beach bch
bridge brg
creek crk
center ctr centre
canyon cyn
estate est
field fld fields
falls fls
forest frst
harbor hbr harbour
hill hl
hills hls
island is
junction jct
lake lk
lakes lks
meadow mdw meadows
manor mnr
orchard orch
park pk
point pt
qy quay quai
ridge rdg
river riv
spring spg
springs spgs
station sta
valley vly
view vw
village vlg
rue r
ch chemin che chem
imp impasse
fbg faubourg fg
residence res
pas passage pass
via v
vle viale
cso corso
lgo largo
vic vicolo
calle c
ctra carretera crta
cno camino cmno
pso paseo
ronda rda
trav travesia trva travessa traverse
urbanizacion urb
ul ulica ulitsa ulice ulitza
pr prospekt prosp
os osiedle
nam namesti
gata gatan gade gate
vag vagen vej vei veien vegen
utca u
`)

// initialed are Italian words of which the beginning and the end are written: P.za.
var initialed = map[string]string{"p za": "pl", "p zza": "pl", "p le": "pl", "v le": "vle", "c so": "cso", "l go": "lgo", "s da": "strada"}

// streetTypes are words that say what is a street.
var streetTypes = set(`
st ave rd dr ln blvd pl ct cres cct cl cir hwy pkwy tce sq al gr pde trl xing gdns esp expy fwy tpke rte rue ch imp fbg pas via vle cso lgo vic calle ctra cno pso trav ul pr
gata vag gasse laan gracht katu utca weg way row mews walk ronda ring ufer damm chaussee singel kade dijk loop rise quay qy gate
`)

// articles come and go in streets' names, as does the word street in Spanish and in
// Slavic tongues.
var articles = set("the de du des la le les l d del dell della dello dei degli delle di da do dos das of calle ul")

// unitWords stand before the number or letter of a flat, a suite or a building.
var unitWords = set(`
apt apartment apartments apto appt appartement app unit flat suite ste room rm whg wohnung top tur tuer stiege stg lokal lok m mieszkanie kv kvartira office ofc studio
bldg building block blk bloque blq lot trlr trailer space spc haus house portal puerta pta escalera esc scala int interno bat batiment hus lgh lejlighed bus bte boite dpto depto departamento sala shop villa duplex townhouse rmb rsd
`)

// floorWords stand before or behind the number of a floor.
var floorWords = set("floor flr fl og stock stockwerk etage etg obergeschoss piso planta level lvl niveau verdieping tr trappor krs kerros")

// floorNames are floors without a number.
var floorNames = set("eg dg hinterhaus vorderhaus bajo parterre")

// boxBegins are the words that a post-office box may begin with.
var boxBegins = set("po p pobox post gpo postfach postbus postboks boite apartado casilla caixa casella locked private skrytka box bp pf cp")

// numberMarks stand before numbers and say nothing.
var numberMarks = set("nr no num nummer numero number nro n hausnr hausnummer dom d")

// numberedRoads have numbers for names.
var numberedRoads = set("hwy rte rd road us state county interstate cr fm sr ih i ave av st calle carrera cra kr cl diagonal transversal dg tv avenue autopista km")

var french = set("rue avenue av boulevard bd place chemin impasse allee quai route cours passage square")

var numberWords = map[string]string{
	"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th",
}
