package extract

// A Product is something the company sells.
type Product struct {
	Ref
	Name         string
	Category     string
	Line         string
	Price        Opt[Decimal] // per unit, net, in the company's currency
	Cost         Opt[Decimal] // per unit; unknown is not zero
	Discontinued bool
}

// Fields implements Record.
func (p *Product) Fields() []Field {
	return []Field{
		p.field("The key that order lines use."),
		{Name: "name", Ptr: &p.Name, Need: true, Help: "What it is called."},
		{Name: "category", Ptr: &p.Category, Help: "The group that cross-selling and breadth are counted in."},
		{Name: "line", Ptr: &p.Line, Help: "A wider group, where there is one."},
		{Name: "price", Ptr: &p.Price, Help: "List price per unit, net."},
		{Name: "cost", Ptr: &p.Cost, Help: "Cost per unit; leave empty where unknown, never 0."},
		{Name: "discontinued", Ptr: &p.Discontinued, Help: "No longer sold: 1, else 0."},
	}
}
