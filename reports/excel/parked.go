package excel

import (
	"fmt"
)

// parked keeps the parts of tables until the file is packed. At each new table the library decodes all it holds,
// twice, to find the highest number and names given before; it gets a stub of the last one to find, so that many
// tables do not cost the square of their number. Names are unique by tableName.
type parked map[string][]byte

// park takes the part of the table just added, the nth, and leaves a stub in its place.
func (b *book) park(n int) {
	part := tablePart(n)
	data, ok := b.f.Pkg.Load(part)
	text, isText := data.([]byte)
	if !ok || !isText {
		b.fail(fmt.Errorf("the library has not written %s", part))
		return
	}
	b.parked[part] = text
	b.f.Pkg.Delete(tablePart(n - 1))
	b.f.Pkg.Store(part, fmt.Appendf(nil, `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="%d"/>`, n))
}

// unpark puts the parts back.
func (b *book) unpark() {
	for part, text := range b.parked {
		b.f.Pkg.Store(part, text)
	}
}
