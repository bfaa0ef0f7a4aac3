package warehouse

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"clientele/extract"
)

// drawFields fills a record with anything its types can hold.
func drawFields(t *rapid.T, rec extract.Record) {
	for _, f := range rec.Fields() {
		if p, ok := f.Ptr.(*string); ok {
			*p = rapid.OneOf(rapid.Just(""), rapid.String(), rapid.StringN(41, 60, -1)).Draw(t, f.Name)
			continue
		}
		has := rapid.Bool().Draw(t, f.Name+" known")
		v := rapid.Int64().Draw(t, f.Name)
		if _, isDay := f.Ptr.(*extract.Day); isDay {
			v = int64(int32(v))
		}
		if how, _ := formOf(f); how == optional && !has {
			v = 0
		}
		setNumber(f.Ptr, v, has)
	}
}

func TestEncodedRecordsComeBackEqual(t *testing.T) {
	kinds := append(extract.Kinds(), linkKind, customerKind)
	rapid.Check(t, func(t *rapid.T) {
		table := tableOf(rapid.SampledFrom(kinds).Draw(t, "kind"))
		rec, back := table.empty(), table.empty()
		drawFields(t, rec)
		body := encode(nil, table.stored(rec))
		rest, err := decode(append(body, "more"...), table.stored(back), &words{})
		if err != nil || string(rest) != "more" {
			t.Fatalf("%q %v", rest, err)
		}
		if d := cmp.Diff(encode(nil, table.stored(back)), body); d != "" {
			t.Fatal(d)
		}
		if _, err := decode(body[:len(body)-1], table.stored(back), &words{}); err == nil {
			t.Fatal("a cut record was decoded")
		}
	})
}

func TestEveryKindIsReadBackAsItWasStaged(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		rapid.Check(t, func(t *rapid.T) {
			kind := rapid.SampledFrom(extract.Kinds()).Draw(t, "kind")
			table := db.tables[kind]
			rec, back := table.empty(), table.empty()
			drawFields(t, rec)
			rec.Key().Source, rec.Key().ID = "shop", "id"
			if l, ok := rec.(*extract.Line); ok {
				l.Order, l.Net = "order", extract.Some(extract.Money(7))
			}
			s, err := db.Begin(t.Context(), 1, 0)
			must(t, err)
			defer func() { must(t, s.Rollback()) }()
			_, err = s.Stage(t.Context(), "shop", kind, feed(rec), lax)
			must(t, err)
			c, err := openCursor(t.Context(), s.tx, table, 1, back)
			must(t, err)
			defer c.close()
			if !c.next() {
				t.Fatal("nothing came back: ", c.err)
			}
			if d := cmp.Diff(rec, back); d != "" {
				t.Fatal(d)
			}
		})
	})
}

func TestUnlikeRecordsAreEncodedUnlike(t *testing.T) {
	one, other := &extract.Party{First: "ab"}, &extract.Party{First: "a", Middle: "b"}
	if string(encode(nil, one.Fields())) == string(encode(nil, other.Fields())) {
		t.Error("text moved from field to field unseen")
	}
	zero, unknown := &extract.Order{Net: extract.Some(extract.Money(0))}, &extract.Order{}
	if string(encode(nil, zero.Fields())) == string(encode(nil, unknown.Fields())) {
		t.Error("zero and unknown are not the same")
	}
}

func TestWordsAreStoredOnceWithoutMixingThemUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := &words{}
		for _, s := range rapid.SliceOf(rapid.StringN(0, 3, -1)).Draw(t, "texts") {
			if have := w.of([]byte(s)); have != s {
				t.Fatalf("%q became %q", s, have)
			}
		}
	})
}

func TestSumsForgetWhatIsTakenAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) sum {
			return sum{rapid.Uint64().Draw(t, name), rapid.Uint64().Draw(t, name)}
		}
		a, b, c := draw("a"), draw("b"), draw("c")
		if a.plus(b).plus(c).minus(b) != c.plus(a) {
			t.Fatal("order or history shows")
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add(encode(nil, order("a", "p", 1).Fields()))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = decode(data, (&extract.Order{}).Fields(), &words{})
		_, _, _ = sorted(data, 3)
	})
}
