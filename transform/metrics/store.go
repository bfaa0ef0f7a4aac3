package metrics

import (
	"encoding/json"
	"fmt"

	"clientele/transform"
)

// A Blob is one metric's results as they are stored.
type Blob struct {
	Name string
	Body []byte
}

// A place is one metric's place in the results, by the name it is stored under.
type place struct {
	name string
	ptr  any
}

// places lists everything of the results that is stored, rows apart.
func (r *Results) places() []place {
	return []place{
		{"period", &r.Period},
		{"scope", &r.Scope},
		{"rules", &r.Rules},
		{"data", &r.Data},
		{"to_date", &r.ToDate},
		{"overview", &r.Overview},
		{"profitability", &r.Profitability},
		{"attrition", &r.Attrition},
		{"rfm", &r.RFM},
		{"products", &r.Products},
		{"lifetime", &r.Lifetime},
		{"ladder", &r.Ladder},
		{"service", &r.Service},
		{"contracts", &r.Contracts},
		{"prospects", &r.Prospects},
		{"satisfaction", &r.Satisfaction},
		{"needs", &r.Needs},
		{"cross_sell", &r.CrossSell},
		{"bottom_line", &r.BottomLine},
		{"checks", &r.Checks},
	}
}

// Marshal returns every metric as JSON, in fixed order, without the rows: those
// are stored one for each customer. Equal results give equal bytes.
func (r *Results) Marshal() ([]Blob, error) {
	var out []Blob
	for _, p := range r.places() {
		body, err := json.Marshal(p.ptr)
		if err != nil {
			return nil, fmt.Errorf("write figures %s: %w", p.name, err)
		}
		out = append(out, Blob{p.name, body})
	}
	return out, nil
}

// Load returns results as they were before Marshal, with the rows of their scope
// picked from all rows, which come in order of id.
func Load(blobs []Blob, rows []*transform.Figures) (*Results, error) {
	r := &Results{Rows: []*transform.Figures{}}
	body := map[string][]byte{}
	for _, b := range blobs {
		body[b.Name] = b.Body
	}
	for _, p := range r.places() {
		if body[p.name] == nil {
			return nil, fmt.Errorf("read figures %s: they are not stored: measure again", p.name)
		}
		if err := json.Unmarshal(body[p.name], p.ptr); err != nil {
			return nil, fmt.Errorf("read figures %s: %w", p.name, err)
		}
	}
	for i := range rows {
		if rows[i].In(r.Scope) {
			r.Rows = append(r.Rows, rows[i])
		}
	}
	return r, nil
}

// Row returns one customer's figures, nil where the scope does not have it.
func (r *Results) Row(id transform.CustomerID) *transform.Figures {
	low, high := 0, len(r.Rows)
	for low < high {
		if mid := (low + high) / 2; r.Rows[mid].ID < id {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(r.Rows) && r.Rows[low].ID == id {
		return r.Rows[low]
	}
	return nil
}
