package model_test

import (
	"math"
	"testing"

	"clientele/transform/model"
)

// Flow of the Nile at Aswan 1871 to 1970, in 100 million cubic metres: every textbook on
// change points finds the year 1898, when the dam was begun, to be the last at the old
// level.
func TestTheNileFellAfter1898(t *testing.T) {
	nile := []float64{
		1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
		1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
		831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
		781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
		744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
	}
	s := model.Pettitt(nile)
	if year := 1871 + s.At; year != 1899 || !s.Down || s.P > 1e-6 {
		t.Errorf("new level from %d, down %v, p %v", year, s.Down, s.P)
	}
}

func TestPettittByHand(t *testing.T) {
	// Ranks 2 2 2 5 5 5: after three values 2 × 6 - 3 × 7 = -9, and 2 exp(-6 × 81 / 252).
	s := model.Pettitt([]float64{1, 1, 1, 7, 7, 7})
	closeTo(t, "p", s.P, 2*math.Exp(-6*81/252.), 1e-12)
	if s.At != 3 || s.Down {
		t.Errorf("shift %+v", s)
	}
	for name, c := range map[string]struct {
		values []float64
		want   model.Shift
	}{
		"none":      {nil, model.Shift{P: 1}},
		"one":       {[]float64{3}, model.Shift{P: 1}},
		"all equal": {[]float64{4, 4, 4, 4}, model.Shift{P: 1}},
	} {
		if got := model.Pettitt(c.values); got != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// Deviation of 1 2 3 4 5 is √2.5; t of 4 degrees of freedom at 97.5 % is 2.77645: three
// values may add up to 2.77645 × √2.5 × √3 = 7.6036.
func TestASumIsHeldAgainstWhatIsUsual(t *testing.T) {
	usual := []float64{1, 2, 3, 4, 5}
	for _, c := range []struct {
		sum  float64
		want bool
	}{{7.60, false}, {7.61, true}, {-7.60, false}, {-7.61, true}} {
		if got := model.Unusual(c.sum, 3, usual); got != c.want {
			t.Errorf("%v unusual: %v", c.sum, got)
		}
	}
	if model.Unusual(1e9, 3, usual[:2]) {
		t.Error("two values say what is usual")
	}
	if !model.Unusual(1, 3, []float64{0, 0, 0}) || model.Unusual(0, 3, []float64{0, 0, 0}) {
		t.Error("where nothing ever moved any move is unusual, and none is not")
	}
}
