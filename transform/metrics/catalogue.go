package metrics

import (
	"slices"

	"clientele/extract"
)

// The categories of what the product list cannot place.
const (
	noCategory = "No category"
	notListed  = "Not in the product list"
)

// catalogue numbers products and the categories breadth is counted in.
type catalogue struct {
	names    []string // of categories, sorted, the two above among them
	product  map[extract.Ref]int32
	byID     map[string]int32
	category []int32 // by product
	cost     []extract.Opt[extract.Decimal]
	unlisted int32
	called   [][4]string      // by product: id, name, category and line
	words    map[string]bool  // names and categories on offer, for enquiries
	sense    map[string]int32 // the category such words mean, where they mean one
	nameless int32            // products without a category
	sold     []bool           // by category: a product of it is not discontinued
}

func newCatalogue(products []extract.Product, rules Rules) *catalogue {
	c := &catalogue{product: map[extract.Ref]int32{}, byID: map[string]int32{}, words: map[string]bool{}, sense: map[string]int32{}}
	c.names = append(c.names, noCategory, notListed)
	for i := range products {
		c.names = append(c.names, categoryOf(&products[i], rules))
	}
	slices.Sort(c.names)
	c.names = slices.Compact(c.names)
	c.sold = make([]bool, len(c.names))
	for i := range products {
		c.add(&products[i], rules)
	}
	c.unlisted, c.nameless = c.index(notListed), c.index(noCategory)
	return c
}

func (c *catalogue) add(p *extract.Product, rules Rules) {
	n := int32(len(c.category))
	c.category = append(c.category, c.index(categoryOf(p, rules)))
	c.sold[c.category[n]] = c.sold[c.category[n]] || !p.Discontinued
	c.cost = append(c.cost, p.Cost)
	c.product[p.Ref] = n
	if _, taken := c.byID[p.ID]; !taken {
		c.byID[p.ID] = n
	}
	c.called = append(c.called, [4]string{p.ID, p.Name, p.Category, p.Line})
	for _, w := range c.called[n] {
		c.words[w] = true
	}
	for _, w := range []string{c.names[c.category[n]], p.Category, p.Name} {
		c.mean(plainly(w), c.category[n])
	}
}

// several marks a word that means more than one category.
const several = -1

func (c *catalogue) mean(word string, category int32) {
	if was, known := c.sense[word]; known && was != category {
		category = several
	}
	c.sense[word] = category
}

// named reports whether a category is one the product list names.
func (c *catalogue) named(category int32) bool {
	return category != c.unlisted && category != c.nameless
}

// offers reports whether a word names a product, category or line on offer.
func (c *catalogue) offers(word string) bool { return word != "" && c.words[word] }

// means reports whether a word names a product, or its category or line.
func (c *catalogue) means(product int32, word string) bool {
	return product >= 0 && slices.Contains(c.called[product][:], word)
}

func (c *catalogue) index(name string) int32 {
	i, _ := slices.BinarySearch(c.names, name)
	return int32(i)
}

// find returns the number of a product a document of a source names, -1 where the
// list does not have it. A product of the same source goes before any other.
func (c *catalogue) find(source, id string) int32 {
	if n, ok := c.product[extract.Ref{Source: source, ID: id}]; ok {
		return n
	}
	if n, ok := c.byID[id]; ok {
		return n
	}
	return -1
}

// group returns the category a product is counted in, nothing for no product.
func (c *catalogue) group(source, id string) string {
	if id == "" {
		return ""
	}
	if n := c.find(source, id); n >= 0 {
		return c.names[c.category[n]]
	}
	return notListed
}

func categoryOf(p *extract.Product, rules Rules) string {
	switch {
	case rules.ProductsBy == ByProduct && p.Name != "":
		return p.Name
	case rules.ProductsBy == ByProduct:
		return p.ID
	case p.Category == "":
		return noCategory
	}
	return p.Category
}
