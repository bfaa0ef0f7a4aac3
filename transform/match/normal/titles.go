package normal

// sexOf returns what a folded title says of a person: 'm', 'f' or 0.
func sexOf(title string) byte {
	switch {
	case men[title]:
		return 'm'
	case women[title]:
		return 'f'
	}
	return 0
}

var (
	men   = set("mr mister sir lord herr hr hrn herrn monsieur m senor sr don sig signor signore dott dottor dhr heer pan gospodin bay")
	women = set("mrs ms miss madam lady dame frau frl fraulein mme madame mlle mademoiselle senora sra senorita srta dona sigra signora signorina dottssa dottoressa dra doutora mevr mevrouw mw fru froken pani gospozha bayan")
)

// titles stand before a name in English, German, French, Spanish, Portuguese,
// Italian, Dutch, the Nordic languages and Polish. Those that many people bear as a
// name (don, dean, graf, major) are left out.
var titles = set(`
mr mister mrs ms miss mx dr doctor prof professor sir dame lord lady madam rev reverend revd hon capt captain col colonel maj sgt lt cpt
herr hr hrn herrn frau fr frl fraulein ing dipl dipling diplom diplkfm diplingfh med phil jur rer nat oec pol vet hc habil mag magister freiherr ra rain stb univ
mme madame monsieur messieurs mlle mademoiselle docteur professeur maitre
sr senor sra senora srta senorita lic licenciado licenciada dra doctora profa doutor doutora eng
sig signor signore sigra signora signorina dott dottor dottore dottssa dottoressa avv avvocato arch geom rag cav profssa
dhr mevr mevrouw mw drs ir
fru froken pan pani mgr inz
`)

// degrees stand behind a name, with or without a comma.
var degrees = set("phd dphil md dds dmd dvm esq esquire jd llb llm mba msc bsc msci cpa obe cbe mbe frcs frcp facs dipling mphil edd psyd rph mag bsn")

// lateDegrees could be names; they are degrees after a comma only.
var lateDegrees = set("ma ba bs ms pe do rn sc hc ra pa cfa pmp ca eng")

// particles stand before last names and come and go.
var particles = set(`
van von vom zu zum zur der den dem des de del della dello delle degli dei di da das do dos du la las le les lo los el al ul bin ben ibn bint binti ten ter tot te op het t
af av y e und i ze auf aus
`)
