package warehouse

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"clientele/transform"
)

// Revenues returns the revenue of twelve months of each customer of the view
// customers_current, as far as it was measured.
func (db *DB) Revenues(ctx context.Context) (map[transform.CustomerID]transform.Money, error) {
	var rows []struct {
		ID         transform.CustomerID
		NetRevenue string
	}
	if err := db.Reads.SelectContext(ctx, &rows, db.sql("customer_revenues")); err != nil {
		return nil, fmt.Errorf("read the revenue of customers: %w", told(ctx, err))
	}
	all := make(map[transform.CustomerID]transform.Money, len(rows))
	for _, r := range rows {
		m, err := moneyOf(r.NetRevenue)
		if err != nil {
			return nil, fmt.Errorf("read the revenue of customer %s: %w", r.ID, err)
		}
		all[r.ID] = m
	}
	return all, nil
}

// moneyOf reads an amount as the customer table writes it: at most four decimals.
func moneyOf(text string) (transform.Money, error) {
	whole, rest, _ := strings.Cut(text, ".")
	if len(rest) > 4 {
		return 0, fmt.Errorf("%q has more than four decimals", text)
	}
	n, err := strconv.ParseInt(whole+rest+strings.Repeat("0", 4-len(rest)), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%q is no amount", text)
	}
	return transform.Money(n), nil
}
