package normal

import (
	"strings"

	"golang.org/x/text/language"
)

// Country returns the two letters of a country that is written as its ISO code of
// two or three letters or by one of its usual names, nothing where it is unknown.
func Country(s string) string {
	if len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z' && s != "UK" {
		return s
	}
	f := Squeeze(s)
	if f == "" {
		return ""
	}
	if code := countries[f]; code != "" {
		return code
	}
	if len(f) != 2 && len(f) != 3 || hasDigit(f) {
		return ""
	}
	r, err := language.ParseRegion(f)
	if err != nil || !r.IsCountry() {
		if len(f) == 2 {
			return strings.ToUpper(f)
		}
		return ""
	}
	return r.Canonicalize().String()
}

// countries lists names, folded and without blanks, in English, German, French,
// Spanish, Italian and in their own tongue.
var countries = readCountries(`
US usa unitedstates unitedstatesofamerica vereinigtestaaten vereinigtestaatenvonamerika etatsunis estadosunidos statiuniti america eeuu us
GB uk gb greatbritain unitedkingdom england scotland wales northernireland grossbritannien vereinigteskonigreich royaumeuni reinounido regnounito
IE ireland irland irlande irlanda eire republicofireland
DE germany deutschland allemagne alemania germania duitsland tyskland niemcy d brd
AT austria osterreich oesterreich autriche a
CH switzerland schweiz suisse svizzera suiza zwitserland
LI liechtenstein
FR france frankreich francia frankrijk frankrike
IT italy italien italia italie
ES spain spanien espana espagne spagna spanje
PT portugal portogallo
NL netherlands thenetherlands niederlande nederland paysbas paisesbajos paesibassi holland
BE belgium belgien belgie belgique belgica belgio
LU luxembourg luxemburg luxemburgo lussemburgo
DK denmark danemark danmark dinamarca danimarca
SE sweden schweden sverige suede suecia svezia
NO norway norwegen norge norvege noruega norvegia
FI finland finnland suomi finlande finlandia
IS iceland island islande
PL poland polen polska pologne polonia
CZ czechrepublic czechia tschechien tschechischerepublik ceskarepublika cesko
SK slovakia slowakei slovensko
HU hungary ungarn magyarorszag hongrie hungria ungheria
SI slovenia slowenien slovenija
HR croatia kroatien hrvatska
RS serbia serbien srbija
RO romania rumanien roumanie rumania
BG bulgaria bulgarien
GR greece griechenland hellas ellada grece grecia
TR turkey turkei turkiye turquie turquia turchia
CY cyprus zypern
MT malta
EE estonia estland eesti
LV latvia lettland latvija
LT lithuania litauen lietuva
UA ukraine ukraina
RU russia russland russianfederation rossiya russie rusia
IL israel
AE unitedarabemirates uae vereinigtearabischeemirate
SA saudiarabia
IN india indien inde bharat
PK pakistan
CN china prc peoplesrepublicofchina volksrepublikchina chine cina
HK hongkong
TW taiwan
JP japan japon giappone nippon nihon
KR southkorea korea republicofkorea sudkorea
SG singapore singapur
MY malaysia
TH thailand
VN vietnam
ID indonesia indonesien
PH philippines philippinen
AU australia australien australie
NZ newzealand neuseeland
CA canada kanada
MX mexico mexiko mexique messico
BR brazil brasilien brasil bresil brasile
AR argentina argentinien argentine
CL chile
CO colombia kolumbien
PE peru
ZA southafrica sudafrika
EG egypt agypten
MA morocco marokko maroc
NG nigeria
KE kenya
`)

// readCountries reads lines of a code and its names.
func readCountries(lines string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(lines) {
		if f := strings.Fields(line); len(f) > 0 {
			for _, name := range f[1:] {
				out[name] = f[0]
			}
		}
	}
	return out
}
