package model_test

import (
	"math"
	"testing"

	"clientele/transform/model"
)

// By hand: a rise through all of twelve has S = 66 and variance 12·11·29/18; of 1, 2,
// 2, 3 S is 5 and the tie takes 2·1·9/18 of 4·3·13/18.
func TestMannKendall(t *testing.T) {
	rising := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
	falling := []float64{12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}
	for _, c := range []struct {
		name   string
		values []float64
		want   float64
	}{
		{"rising", rising, 8.30311e-6},
		{"falling is as unlikely as rising", falling, 8.30311e-6},
		{"one tie", []float64{1, 2, 2, 3}, .148562},
		{"all equal", []float64{4, 4, 4, 4, 4}, 1},
		{"no more rises than falls", []float64{1, 3, 3, 1}, 1},
	} {
		if got := model.MannKendall(c.values); math.Abs(got-c.want) > 1e-5*c.want {
			t.Errorf("%s: p %v, want %v", c.name, got, c.want)
		}
	}
	if got := model.MannKendall([]float64{1, 2, 3}); !math.IsNaN(got) {
		t.Errorf("three values have p %v", got)
	}
}
