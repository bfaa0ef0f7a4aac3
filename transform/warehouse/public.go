package warehouse

import (
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// A PublicCustomer is one row of the view customers_current, which other programs
// read: the golden record and what was computed about it. docs/customer-table.md
// describes every column.
type PublicCustomer struct {
	transform.Customer
	RFMSegment    string
	NetRevenue    extract.Opt[transform.Money] // twelve months
	NetProfit     extract.Opt[transform.Money] // twelve months
	Risk          extract.Opt[extract.Decimal] // from 0 to 1
	LifetimeValue extract.Opt[transform.Money] // to date and expected
	Flags         []string
}

// publicFields lists the columns of the view but for as_of.
func (p *PublicCustomer) publicFields(flags *string) []extract.Field {
	*flags = strings.Join(p.Flags, ",")
	return append(p.Fields(),
		extract.Field{Name: "rfm_segment", Ptr: &p.RFMSegment, Help: "Segment by recency, frequency and monetary value."},
		extract.Field{Name: "net_revenue", Ptr: &p.NetRevenue, Help: "Revenue without tax of the twelve months before as_of."},
		extract.Field{Name: "net_profit", Ptr: &p.NetProfit, Help: "Gross profit less cost to serve of the same months."},
		extract.Field{Name: "risk", Ptr: &p.Risk, Help: "Probability, from 0 to 1, of no order within the horizon."},
		extract.Field{Name: "lifetime_value", Ptr: &p.LifetimeValue, Help: "Contribution to date and expected over the lifetime horizon, discounted."},
		extract.Field{Name: "flags", Ptr: flags, Help: "Remarks, separated by commas."},
	)
}

// publicTable is the table behind the view.
const publicTable = "customer_table"

// publicColumns lists its columns.
func publicColumns() []string {
	columns := []string{"version"}
	for _, f := range new(PublicCustomer).publicFields(new(string)) {
		columns = append(columns, f.Name)
	}
	return columns
}

func publicValues(version transform.Run, c *PublicCustomer) []any {
	fields := c.publicFields(new(string))
	list := slices.Grow([]any{version}, len(fields))
	for _, f := range fields {
		list = append(list, readable(f))
	}
	return list
}

// readable returns a value as a stranger reads it: days as YYYY-MM-DD, moments as
// RFC 3339 in UTC, amounts as exact decimals, NULL for what is not known.
func readable(f extract.Field) any {
	switch p := f.Ptr.(type) {
	case *transform.Day:
		return orNull(p.String())
	case *extract.Instant:
		return orNull(p.String())
	case *extract.Opt[transform.Money]:
		if p.Known {
			return p.Value.String()
		}
		return nil
	case *extract.Opt[extract.Decimal]:
		if p.Known {
			return p.Value.String()
		}
		return nil
	}
	return bound(f)
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
