package demo

import (
	"fmt"
	"math"
)

// Category is a group of products.
type category struct {
	name, line string
	tax        float64
	low, high  float64 // euros a unit costs the customer
	cost       float64 // share of the price the goods cost
	weighed    bool
	products   []string
}

var categories = []category{
	{"Fresh produce", "Food", .07, 4, 24, .69, true, []string{"Tomatoes on the vine 5 kg", "Potatoes firm 10 kg", "Onions yellow 10 kg", "Salad mix 1 kg", "Carrots 5 kg", "Mushrooms 3 kg", "Lemons 4 kg", "Apples Elstar 6 kg", "Herb box", "Peppers mixed 5 kg", "Spinach leaf 1 kg", "Strawberries 2 kg"}},
	{"Dairy", "Food", .07, 5, 32, .71, false, []string{"Whole milk 12 l", "Butter 2.5 kg", "Whipping cream 6 l", "Mozzarella 2 kg", "Gouda young 4 kg", "Quark 5 kg", "Yoghurt 10 kg", "Parmesan 1 kg", "Eggs free range 90", "Crème fraîche 2 kg", "Mascarpone 2 kg", "Feta 2 kg"}},
	{"Meat & poultry", "Food", .07, 12, 68, .73, true, []string{"Chicken breast 5 kg", "Beef rump 3 kg", "Pork neck 4 kg", "Minced beef 5 kg", "Veal topside 3 kg", "Duck legs 4 kg", "Bacon sliced 2 kg", "Bratwurst 50", "Turkey escalope 4 kg", "Lamb shoulder 3 kg", "Cooked ham 3 kg", "Salami 2 kg"}},
	{"Seafood", "Food", .07, 14, 84, .72, true, []string{"Salmon side 2 kg", "Cod loin 3 kg", "Prawns 16/20 2 kg", "Mussels 5 kg", "Squid rings 2 kg", "Smoked trout 1 kg", "Herring fillets 5 kg", "Tuna loin 2 kg", "Sea bass whole 3 kg", "Scallops 1 kg", "Fish stock 5 l", "Matjes 2 kg"}},
	{"Bakery", "Food", .07, 6, 28, .66, false, []string{"Rolls part-baked 120", "Croissant butter 60", "Baguette 30", "Pretzels 70", "Burger buns 48", "Rye bread 6", "Apple cake 4", "Cheesecake 4", "Muffins 36", "Pizza dough 40", "Ciabatta 40", "Tart shells 96"}},
	{"Frozen", "Food", .07, 8, 36, .68, false, []string{"Chips 7 mm 10 kg", "Peas 10 kg", "Berry mix 5 kg", "Vanilla ice cream 10 l", "Spring rolls 80", "Broccoli 10 kg", "Potato rösti 5 kg", "Fish fingers 5 kg", "Puff pastry 8 kg", "Dumplings 5 kg", "Raspberries 2.5 kg", "Vegetable patties 60"}},
	{"Ambient grocery", "Food", .07, 6, 42, .67, false, []string{"Flour type 405 25 kg", "Sugar 10 kg", "Rapeseed oil 10 l", "Olive oil 5 l", "Spaghetti 10 kg", "Rice basmati 10 kg", "Chopped tomatoes 6", "Chickpeas 6", "Salt 10 kg", "Mustard 5 kg", "Mayonnaise 10 kg", "Vegetable stock 5 kg"}},
	{"Beverages", "Drinks", .19, 7, 46, .70, false, []string{"Mineral water 12", "Cola 24", "Apple juice 12", "Orange juice 12", "Coffee beans 6 kg", "Espresso beans 6 kg", "Tea assorted 300", "House red 6", "House white 6", "Pils 24", "Lemonade 24", "Sparkling wine 6"}},
	{"Cleaning & hygiene", "Non-food", .19, 6, 54, .61, false, []string{"Dish detergent 10 l", "Rinse aid 10 l", "Hand soap 10 l", "Paper towels 3000", "Toilet paper 64", "Floor cleaner 10 l", "Gloves nitrile 1000", "Bin liners 500", "Surface disinfectant 5 l", "Oven cleaner 6", "Sponges 60", "Microfibre cloths 50"}},
	{"Tableware & packaging", "Non-food", .19, 8, 58, .62, false, []string{"Napkins 2400", "Takeaway boxes 400", "Paper cups 1000", "Cup lids 1000", "Cutlery wooden 1000", "Cling film 300 m", "Aluminium foil 150 m", "Piping bags 200", "Plates 24 cm 24", "Water glasses 48", "Candles 100", "Paper bags 500"}},
}

// Product is something the company sells; prices are of the as-of day.
type product struct {
	sku     string
	name    string
	cat     int
	price   int64   // cents
	cost    float64 // cents
	known   bool    // whether the shop knows the cost
	offered bool
}

// catalog prices the company's products.
func catalog(seed uint64) []product {
	d := newDice(seed, 11)
	var all []product
	for c, group := range categories {
		for i, name := range group.products {
			price := math.Round(d.uniform(group.low, group.high)*20) * 5
			all = append(all, product{
				sku: fmt.Sprintf("NG-%02d%02d", c+1, i+1), name: name, cat: c,
				price: int64(price), cost: price * group.cost * d.uniform(.98, 1.11),
				known: (len(all)+1)%NoCostEvery != 0, offered: i != 11 || c%3 != 0,
			})
		}
	}
	return all
}

// missing is what people ask for and the company does not sell.
var missing = []string{"Oat and plant drinks, barista", "Gluten-free bakery", "Compostable takeaway packs", "Regional cheese", "Alcohol-free wine"}
