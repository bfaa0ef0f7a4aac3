package normal

import "strings"

// legalForms are cut wherever they stand in a company's name: nothing else is
// called so. Folded, the letters of an abbreviation joined.
var legalForms = set(`
inc incorporated corp corporation co company ltd limited llc llp lllp pllc plc pty pvt ptyltd pvtltd
gmbh ggmbh mbh gesmbh gmbhco ag kg kgaa ohg ug gbr ev eg partg partgmbb partgmbh ek ekfr ekfm offenehandelsgesellschaft kommanditgesellschaft aktiengesellschaft gesellschaftmbh
sarl eurl sas sasu sci snc scop sprl bvba srl srls sapa scrl
bv nv vof cv besloten
oy oyj abp aps ivs hf ehf kft zrt nyrt bt sro spolsro doo dooel spzoo spk spj sa ooo oao zao pao tov
kk kabushikikaisha gk bhd sdnbhd jsc pjsc ojsc fze fzco fzllc wll limitada ltda cltd coltd lda sociedad anonima
`)

// endForms are cut at the end of a name only: they are words and names too.
var endForms = set(`
se as asa ab spa sl slu sll sc lp pc pa na eu ks da ans ba sa sab sapi eirl saog ad dd ood eood is os ae oe ee epe ik uab sia ou vos rt kda secs ge
ptelt pte sas spzook spolkazoo spolkazograniczonaodpowiedzialnoscia spolkaakcyjna il illiquidation inliquidation inabwicklung inl ia haftungsbeschrankt gmbhcokg eingetragenerverein gemeinnutzig gemeinnutzige
`)

// frontForms are cut at the beginning of a name.
var frontForms = set("ooo oao zao pao ao too ip tov pt sia uab fa firma firm messrs ets etablissements etab sarl spolka societe stichting")

// fillers say nothing in a company's name.
var fillers = set("the and und et y e die der das les le i og och en of")

// shortWords are words that are often written short, and the way they are compared.
var shortWords = readShortWords(`
international intl internat
brothers bros
manufacturing mfg manuf manufg
manufacturer manufacturers mfr mfrs
associates assoc assocs associated associates asscs
association assn
services service svc svcs serv
management mgmt mgt
technology technologies tech techn technologie technologien
systems system sys systeme
industries industry ind inds industrie industria industrias industrien
group grp gruppe groupe grupo gruppo groep
center centre ctr cntr zentrum
national natl nat
university univ
hospital hosp
marketing mktg
distribution distrib distributors distributor
engineering engg engrg eng
laboratories lab labs laboratory labor
holding hldg hldgs holdings
department dept
government govt
development dev devel
communications comm comms communication
construction constr
consulting cons consultants consultancy consultant beratung
enterprises enterprise entpr
equipment equip eqpt
financial fin
insurance ins versicherung versicherungen
investment investments invest
product products prod prods produkte
solution solutions soln
supply supplies
transport transportation trans transporte transports
logistics logistik logistic logistique logistica
electric electrical elec
electronics electronic elektronik
pharmacy pharm pharma pharmaceuticals
gebruder gebr geb
gesellschaft ges
brauerei brau
handel handels handelsges handelsgesellschaft
verlag verl
maschinenbau masch
spedition sped
properties property props
partner partners ptnrs ptnr
deutschland dtl dtld
schweiz suisse svizzera
osterreich austria
`)

// readShortWords reads lines of a word and its other forms.
func readShortWords(lines string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(lines) {
		w := strings.Fields(line)
		for _, short := range w {
			out[short] = w[0]
		}
	}
	return out
}

// telling are the words that tell one company of a group from another.
var telling = set(`
north south east west northern southern eastern western central midwest northeast northwest southeast southwest nord sud sued ost norte sur este oeste ouest zuid noord oost
norden suden osten westen mitte oster vester norra sodra ostra vastra
holding international global worldwide europe european europa emea eu asia pacific apac africa afrika america american americas latam nordic nordics baltic benelux iberia
usa us uk gb ireland deutschland germany osterreich schweiz switzerland france frankreich italia italy italien espana spain spanien nederland netherlands belgium belgique polska poland
sverige sweden danmark denmark norge norway suomi finland canada mexico brasil brazil india china japan korea singapore australia zealand
branch filiale niederlassung zweigniederlassung werk plant store region regional division subsidiary succursale sucursal vestiging
`)
