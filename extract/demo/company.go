package demo

// Territory is where customers live and one rep travels.
type territory struct {
	name, rep, mail string
	share           float64
	drop            float64 // euros a delivery costs
	late            float64 // share of late deliveries
	target          float64 // what is asked over last year
	cities          []city
}

type city struct{ name, zip, area, country string }

var territories = []territory{
	{"North", "Ruth Meyer", "ruth.meyer@northgate.example", .145, 19, .06, 1.05, []city{{"Hamburg", "20", "040", "DE"}, {"Bremen", "28", "0421", "DE"}, {"Oldenburg", "26", "0441", "DE"}, {"Lüneburg", "21", "04131", "DE"}}},
	{"North-East", "Owen Price", "owen.price@northgate.example", .105, 22, .07, 1.06, []city{{"Rostock", "18", "0381", "DE"}, {"Schwerin", "19", "0385", "DE"}, {"Neubrandenburg", "17", "0395", "DE"}, {"Greifswald", "17", "03834", "DE"}}},
	{"Midlands", "Priya Nair", "priya.nair@northgate.example", .165, 18, .05, 1.02, []city{{"Hannover", "30", "0511", "DE"}, {"Kassel", "34", "0561", "DE"}, {"Göttingen", "37", "0551", "DE"}, {"Braunschweig", "38", "0531", "DE"}, {"Erfurt", "99", "0361", "DE"}}},
	{"West", "Jonas Falk", "jonas.falk@northgate.example", .125, 18, .06, 1.03, []city{{"Köln", "50", "0221", "DE"}, {"Düsseldorf", "40", "0211", "DE"}, {"Essen", "45", "0201", "DE"}, {"Bonn", "53", "0228", "DE"}, {"Münster", "48", "0251", "DE"}}},
	{"Capital", "Tom Okafor", "tom.okafor@northgate.example", .195, 17, .09, 1.04, []city{{"Berlin", "10", "030", "DE"}, {"Berlin", "12", "030", "DE"}, {"Berlin", "13", "030", "DE"}, {"Potsdam", "14", "0331", "DE"}}},
	{"South", "Ines Duarte", "ines.duarte@northgate.example", .135, 21, .07, 1.06, []city{{"München", "80", "089", "DE"}, {"Stuttgart", "70", "0711", "DE"}, {"Nürnberg", "90", "0911", "DE"}, {"Augsburg", "86", "0821", "DE"}}},
	{"Coast & islands", "Mara Lind", "mara.lind@northgate.example", .08, 27, .12, 1.03, []city{{"Westerland", "25", "04651", "DE"}, {"Cuxhaven", "27", "04721", "DE"}, {"Norderney", "26", "04932", "DE"}, {"Kiel", "24", "0431", "DE"}}},
	{"Export", "Luc Marchand", "luc.marchand@northgate.example", .05, 41, .11, 1.10, []city{{"Wien", "10", "01", "AT"}, {"Salzburg", "50", "0662", "AT"}, {"Zürich", "80", "044", "CH"}, {"Basel", "40", "061", "CH"}, {"London", "SW", "020", "GB"}, {"Manchester", "M1", "0161", "GB"}}},
}

const export = 7 // the territory abroad

var dialling = map[string]string{"DE": "+49", "AT": "+43", "CH": "+41", "GB": "+44"}

var moneyOf = map[string]string{"DE": "EUR", "AT": "EUR", "CH": "CHF", "GB": "GBP"}

// Segment is a type of business and how it buys.
type segment struct {
	code, name string
	share      float64
	rate       float64 // orders a month
	basket     float64 // euros of a usual order
	growth     float64 // of orders, a year
	leave      float64 // share that leaves in a year, before all else
	breadth    float64 // categories bought beyond the first
	season     [12]float64
	signs      []string // what such a business calls itself
}

const household = 6 // the segment of private buyers

var segments = []segment{
	{"REST", "Restaurants", .29, 1.06, 330, .945, .13, 2.3, [12]float64{.82, .86, .96, .98, 1.06, 1.08, 1.02, 1.00, 1.02, 1.00, .98, 1.22}, []string{"Restaurant", "Gasthaus", "Ristorante", "Wirtshaus", "Taverne"}},
	{"HOTL", "Hotels", .115, 1.22, 500, 1.06, .085, 2.8, [12]float64{.70, .76, .86, .98, 1.12, 1.20, 1.28, 1.26, 1.12, .98, .78, .96}, []string{"Hotel", "Pension", "Landhotel", "Hotel garni"}},
	{"CAFE", "Cafés & bakeries", .18, 1.02, 215, 1.015, .12, 1.6, [12]float64{.88, .90, .98, 1.02, 1.06, 1.06, 1.02, 1.00, 1.00, 1.00, .98, 1.10}, []string{"Café", "Bäckerei", "Konditorei", "Kaffeehaus"}},
	{"CATR", "Caterers", .095, 1.08, 540, 1.075, .105, 2.6, [12]float64{.70, .78, .90, 1.00, 1.20, 1.26, 1.06, .92, 1.14, 1.02, .96, 1.06}, []string{"Catering", "Partyservice", "Genusswerk"}},
	{"SCHL", "Schools & care", .085, 1.10, 440, 1.095, .06, 1.9, [12]float64{1.08, 1.04, 1.10, .92, 1.06, 1.00, .62, .66, 1.16, 1.02, 1.14, 1.02}, []string{"Kita", "Grundschule", "Seniorenheim", "Pflegezentrum", "Mensa"}},
	{"SHOP", "Shops & delis", .095, .95, 235, .91, .14, 1.8, [12]float64{.86, .86, .94, 1.00, 1.04, 1.00, .98, .96, .98, 1.02, 1.06, 1.30}, []string{"Feinkost", "Hofladen", "Naturkost", "Markthalle", "Delikatessen"}},
	{"PRIV", "Households", .14, .27, 74, 1.01, .15, .9, [12]float64{.80, .82, .96, 1.04, 1.00, .96, .86, .86, .96, 1.00, 1.12, 1.62}, nil},
}
