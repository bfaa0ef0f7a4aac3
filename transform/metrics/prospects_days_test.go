package metrics

import (
	"testing"

	"clientele/transform/model"
)

func TestTheDaysToAnOrderAreOfThoseThatLedToOne(t *testing.T) {
	waits := []model.Life{{Time: 9, Ended: true}, {Time: 400}, {Time: 3, Ended: true}, {Time: 500}, {Time: 5, Ended: true}}
	if got := endedMedian(waits, 3); !got.Known || got.Value.Float() != 5 {
		t.Errorf("median %v, want 5", got)
	}
	if got := endedMedian(waits, 4); got.Known {
		t.Errorf("three cases are told although four are needed: %v", got)
	}
	if got := endedMedian(nil, 0); got.Known {
		t.Errorf("nothing has the median %v", got)
	}
}
