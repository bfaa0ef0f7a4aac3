package model_test

import (
	"math"
	"testing"

	"clientele/transform/model"
)

func TestQuantileIsTheSmallestValueThatSoManyDoNotExceed(t *testing.T) {
	ten := []float64{10, 1, 9, 2, 8, 3, 7, 4, 6, 5}
	for _, c := range []struct{ p, want float64 }{{0, 1}, {.05, 1}, {.1, 1}, {.11, 2}, {.5, 5}, {.9, 9}, {.91, 10}, {1, 10}} {
		if got := model.Quantile(ten, c.p); got != c.want {
			t.Errorf("share %v: %v, want %v", c.p, got, c.want)
		}
	}
	if !math.IsNaN(model.Quantile(nil, .5)) {
		t.Error("nothing has a quantile")
	}
	if ten[0] != 10 {
		t.Error("the values were sorted in place")
	}
}
