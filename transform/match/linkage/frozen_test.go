package linkage_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/linkage"
)

// office is a town with a mailbox that two people of one name use, and the last record's
// owner, by whose name it is seen to be shared: the fewest there are at such a one.
func office() []extract.Party {
	at := func(id, first, last string) extract.Party {
		return extract.Party{Ref: extract.Ref{Source: "office", ID: id}, Type: extract.Person, First: first, Last: last, Email: "kranz.fulda@notariat-kranz.de"}
	}
	maria, sophie := at("1", "Anna", "Kranz"), at("2", "Anna", "Kranz")
	maria.Middle, maria.TaxNumber, maria.Born = "Maria", "181/815/08155", extract.Date(1961, time.May, 4)
	sophie.Middle, sophie.TaxNumber, sophie.Born = "Sophie", "293/456/78901", extract.Date(1988, time.October, 21)
	return append(town(2000), maria, sophie, at("3", "Boris", "Wolff"))
}

func lastOf(list []extract.Party, n int) []extract.Party { return list[len(list)-n:] }

// by links by a model that was kept.
func by(t *testing.T, parties []extract.Party, model []byte) match.Result {
	t.Helper()
	res, _, err := linkage.Match(parties, match.Options{Country: "DE"}, model, false)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// groups names the members of every cluster, one a line.
func groups(parties []extract.Party, res match.Result) []string {
	out := make([]string, len(res.Clusters))
	for n, c := range res.Clusters {
		names := make([]string, len(c))
		for k, i := range c {
			names[k] = parties[i].Named()
		}
		slices.Sort(names)
		out[n] = strings.Join(names, " ")
	}
	slices.Sort(out)
	return out
}

// forgetful is a model that remembers no shared values.
func forgetful(t *testing.T, model []byte) []byte {
	t.Helper()
	var m map[string]any
	if err := json.Unmarshal(model, &m); err != nil {
		t.Fatal(err)
	}
	m["Shared"] = map[string]string{}
	body, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func TestOneColleagueLessAtASharedMailboxTurnsItIntoNoEvidence(t *testing.T) {
	parties := office()
	res, model, err := linkage.Match(parties, match.Options{Country: "DE"}, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	left := parties[:len(parties)-1]
	want := slices.DeleteFunc(groups(parties, res), func(s string) bool { return s == "office/3" })
	if d := cmp.Diff(want, groups(left, by(t, left, model))); d != "" {
		t.Errorf("who stayed is somebody else: %s", d)
	}
	if cmp.Equal(want, groups(left, by(t, left, forgetful(t, model)))) {
		t.Error("a model without a memory gives the same: the test tests nothing")
	}
}

func TestAMailboxStaysOnTheListWhenOneOfFourLeaves(t *testing.T) {
	parties := town(2000)
	for n, first := range []string{"Anna", "Boris", "Carla", "Dieter"} {
		parties = append(parties, extract.Party{Ref: extract.Ref{Source: "office", ID: fmt.Sprint(n)}, Type: extract.Person, First: first, Last: spelled(n), Email: "kranz.fulda@notariat-kranz.de"})
	}
	res, model, err := linkage.Match(parties, match.Options{Country: "DE"}, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	listed := func(list []match.SharedValue) string {
		at := slices.IndexFunc(list, func(s match.SharedValue) bool { return s.Value == "kranz.fulda@notariat-kranz.de" })
		if at < 0 {
			return ""
		}
		return fmt.Sprint(list[at].Why, ", ", list[at].Records)
	}
	left := parties[:len(parties)-1]
	for n, c := range []struct {
		got  []match.SharedValue
		want string
	}{
		{res.Shared, "used by 4 different people, 4"},
		{by(t, left, model).Shared, "used by 3 different people, 3"},
		{by(t, left, forgetful(t, model)).Shared, ""},
	} {
		if got := listed(c.got); got != c.want {
			t.Errorf("%d: %q, want %q", n, got, c.want)
		}
	}
}

func TestAMailboxThatIsNewlySharedIsNamedAndNoEvidence(t *testing.T) {
	parties := office()
	before := parties[:len(parties)-1]
	alone, model, err := linkage.Match(before, match.Options{Country: "DE"}, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	if len(alone.SharedSince) > 0 || len(by(t, before, model).SharedSince) > 0 {
		t.Errorf("shared since, though nothing has changed: %v", alone.SharedSince)
	}
	res := by(t, parties, model)
	want := []match.SharedValue{{Field: "email", Value: "kranz.fulda@notariat-kranz.de", Why: "used by 2 different people", Records: 3}}
	if d := cmp.Diff(want, res.SharedSince); d != "" {
		t.Error(d)
	}
	if slices.Contains(groups(before, alone), "office/1") || !slices.Contains(groups(parties, res), "office/1") {
		t.Error("the records that hold the mailbox were not weighed anew")
	}
}

// What changed since the model was learnt is found in any order of the records.
func TestAKeptModelGivesTheSameBytesForAnyOrder(t *testing.T) {
	parties := town(3000)
	_, model, err := linkage.Match(parties[:2500], match.Options{Country: "DE"}, nil, true)
	if err != nil {
		t.Fatal(err)
	}
	parties = append(parties[200:], lastOf(office(), 3)...)
	say := func() string {
		res := by(t, parties, model)
		return told(parties, res) + fmt.Sprint(res.SharedSince)
	}
	want := say()
	if !strings.Contains(want, "notariat-kranz.de") {
		t.Fatal("nothing is shared since: the test tests nothing")
	}
	for seed := range uint64(2) {
		rand.New(rand.NewPCG(seed, 3)).Shuffle(len(parties), func(i, j int) { parties[i], parties[j] = parties[j], parties[i] })
		if d := cmp.Diff(strings.Split(want, "\n"), strings.Split(say(), "\n")); d != "" {
			t.Errorf("%.2000s", d)
		}
	}
}

func TestAModelOfBeforeSharedValuesWereKeptIsRefused(t *testing.T) {
	_, model := matched(t, town(500), match.Options{Country: "DE"})
	for old, want := range map[string]string{"mixture-1": "let it learn anew", linkage.Version: ""} {
		_, err := linkage.Decode([]byte(strings.Replace(string(model), linkage.Version, old, 1)))
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", old, err)
		}
	}
	if _, err := linkage.Decode([]byte(strings.Replace(string(model), `,"email":"`, `,"email":"x`, 1))); err == nil {
		t.Error("a damaged list of shared values is no error")
	}
}
