package linkage

import (
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform/match/block"
)

func rows(t testing.TB, path string) (out []map[string]string) {
	f, err := os.Open(os.Getenv("CLIENTELE_DATA") + "/matching/" + path)
	if err != nil {
		t.Skip(err)
	}
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		in, _ = gzip.NewReader(f)
	}
	r := csv.NewReader(in)
	r.TrimLeadingSpace = true
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range all[1:] {
		row := map[string]string{}
		for n, name := range all[0] {
			row[name] = strings.TrimSpace(line[n])
		}
		out = append(out, row)
	}
	return
}

func day(s string) extract.Day {
	for _, layout := range []string{time.DateOnly, "20060102"} {
		if at, err := time.Parse(layout, s); err == nil {
			return extract.DayOf(at)
		}
	}
	return 0
}

func set(t testing.TB, name string) (ps []extract.Party, who, kin []string) {
	switch {
	case strings.HasPrefix(name, "febrl"):
		for _, r := range rows(t, "febrl/dataset"+name[5:]+".csv") {
			ps = append(ps, extract.Party{First: r["given_name"], Last: r["surname"], Street: r["street_number"] + " " + r["address_1"], Street2: r["address_2"], City: r["suburb"], Zip: r["postcode"], Region: r["state"], Born: day(r["date_of_birth"]), TaxNumber: r["soc_sec_id"]})
			who = append(who, strings.Split(r["rec_id"], "-")[1])
		}
	case name == "fake":
		for _, r := range rows(t, "splink/fake_1000.csv") {
			ps = append(ps, extract.Party{First: r["first_name"], Last: r["surname"], Email: r["email"], City: r["city"], Born: day(r["dob"])})
			who = append(who, r["cluster"])
		}
	case name == "h50k":
		for _, r := range rows(t, "splink/historical_50k.csv.gz") {
			ps = append(ps, extract.Party{First: r["first_name"], Last: r["surname"], Birthplace: r["birth_place"], Zip: r["postcode_fake"], Born: day(r["dob"]), Occupation: r["occupation"]})
			who = append(who, r["cluster"])
		}
	case name == "crm":
		for _, r := range rows(t, "crm_100k.csv.gz") {
			ps = append(ps, extract.Party{First: r["fname"], Last: r["lname"], Email: r["email"], Phone: r["phone"], Street: r["address"], City: r["city"], Zip: r["zip"], Company: r["company"]})
			who, kin = append(who, r["cluster"]), append(kin, r["household"])
		}
	}
	return
}

type sc struct {
	a, b uint32
	w    float64
}

func evaluate(label []string, pred []uint32) string {
	a, b, c := map[string]int{}, map[uint32]int{}, map[string]int{}
	key := func(i int) string { return fmt.Sprint(label[i], "|", pred[i]) }
	for i := range label {
		a[label[i]]++
		b[pred[i]]++
		c[key(i)]++
	}
	pr := func(n int) float64 { return float64(n) * float64(n-1) / 2 }
	ta, tb, tc, bp, br := 0., 0., 0., 0., 0.
	mx := 0
	for _, n := range a {
		ta += pr(n)
	}
	for _, n := range b {
		tb += pr(n)
		mx = max(mx, n)
	}
	for _, n := range c {
		tc += pr(n)
	}
	for i := range label {
		n := float64(c[key(i)])
		bp += n / float64(b[pred[i]])
		br += n / float64(a[label[i]])
	}
	bp, br = bp/float64(len(label)), br/float64(len(label))
	p, r := tc/tb, tc/ta
	return fmt.Sprintf("P=%.4f R=%.4f F1=%.4f B3=%.4f max=%d", p, r, 2*p*r/(p+r), 2*bp*br/(bp+br), mx)
}

func TestExp(t *testing.T) {
	names := []string{"febrl1", "febrl2", "febrl3", "fake", "h50k", "crm"}
	if s := os.Getenv("SETS"); s != "" {
		names = strings.Split(s, ",")
	}
	for _, name := range names {
		exp(t, name)
	}
}

func exp(t *testing.T, name string) {
	ps, who, _ := set(t, name)
	tab := New()
	start := time.Now()
	for i := range ps {
		tab.Add(&ps[i])
	}
	tab.Seal()
	load := time.Since(start)
	cmps := persons()
	start = time.Now()
	u := tab.strangers(cmps, 400_000)
	ut := time.Since(start)
	n := len(ps)
	rules := tab.rules()
	W := runtime.GOMAXPROCS(0)
	counts := make([]map[uint64]float64, W)
	for i := range counts {
		counts[i] = map[uint64]float64{}
	}
	start = time.Now()
	truth := make([]int, W)
	rep := block.Pairs(n, rules, block.Options{Max: 500, Workers: W}, func(w int, a, b uint32) {
		counts[w][tab.pattern(cmps, &tab.records[a], &tab.records[b])]++
		if who[a] == who[b] {
			truth[w]++
		}
	})
	all := map[uint64]float64{}
	tp := 0
	for i, m := range counts {
		for p, c := range m {
			all[p] += c
		}
		tp += truth[i]
	}
	pats := sorted(all)
	bt := time.Since(start)
	start = time.Now()
	total := float64(n) * float64(n-1) / 2
	prior := builtin(cmps, u)
	prior.Same, prior.Kin = 0.5/float64(n), 0.5/float64(n)
	mod := learn(cmps, u, pats, tab.known, total, 20, prior, 60)
	et := time.Since(start)
	sz := map[string]int{}
	for _, w := range who {
		sz[w]++
	}
	tt := 0
	for _, c := range sz {
		tt += c * (c - 1) / 2
	}
	t.Logf("== %s n=%d load %v u %v block+count %v em %v pairs %d patterns %d; blocking recall %.4f; same 1 in %.0f (truth %.0f) kin 1 in %.0f", name, n, load, ut, bt, et, rep.Pairs, len(pats), float64(tp)/float64(tt), 1/mod.Same, total/float64(tt), 1/mod.Kin)
	if os.Getenv("RULES") != "" {
		for _, r := range rep.Rules {
			t.Logf("   rule %+v", r)
		}
	}
	// true m for comparison
	tm := zero(cmps)
	if os.Getenv("DUMP") != "" {
		byw := map[string][]int{}
		for i, w := range who {
			byw[w] = append(byw[w], i)
		}
		for _, g := range byw {
			for x := range g {
				for y := x + 1; y < len(g); y++ {
					p := tab.pattern(cmps, &tab.records[g[x]], &tab.records[g[y]])
					for k := range cmps {
						if l := p >> (4 * k) & 15; l != null {
							tm[k][l]++
						}
					}
				}
			}
		}
		for k, c := range cmps {
			smooth(tm[k], 0.01)
			t.Logf("   %s", c.name)
			for l := range c.levels {
				t.Logf("      %-28s m=%.5f true %.5f h=%.5f u=%.7f", c.levels[l].words, mod.M[k][l], tm[k][l], mod.H[k][l], mod.U[k][l])
			}
		}
	}
	s := tab.scorer(cmps, mod)
	kept := make([][]sc, W)
	start = time.Now()
	block.Pairs(n, rules, block.Options{Max: 500, Workers: W}, func(w int, a, b uint32) {
		if p, _ := s.score(a, b); p >= -8 {
			kept[w] = append(kept[w], sc{a, b, p})
		}
	})
	var es []sc
	for _, k := range kept {
		es = append(es, k...)
	}
	st := time.Since(start)
	// self-consistent prior
	off := 0.0
	l0 := math.Log2(mod.Same)
	for range 20 {
		sum := 0.0
		for _, e := range es {
			sum += 1 / (1 + math.Exp2(-(e.w + off)))
		}
		d := math.Log2(sum/total) - l0
		if math.Abs(d-off) < 0.01 {
			break
		}
		off = d
	}
	slices.SortFunc(es, func(x, y sc) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	if os.Getenv("MISSED") != "" {
		byw := map[string][]uint32{}
		for i, w := range who {
			byw[w] = append(byw[w], uint32(i))
		}
		for i := range who {
			for _, j := range byw[who[i]] {
				if uint32(i) < j {
					if w, _ := s.score(uint32(i), j); w+off < -1 {
						a, b := ps[i], ps[j]
						o := ""
						p := tab.pattern(cmps, &tab.records[i], &tab.records[j])
						for k := range cmps {
							if l := p >> (4 * k) & 15; l != null {
								o += fmt.Sprintf("%s:%s %.1f ", cmps[k].name, cmps[k].levels[l].words, math.Log2(mod.M[k][l]/mod.U[k][l]))
							}
						}
						t.Logf("%.1f %s\n  %v|%v|%v|%v|%v|%v|%v|%v\n  %v|%v|%v|%v|%v|%v|%v|%v", w, o, a.First, a.Last, a.Born, a.City, a.TaxNumber, a.Street, a.Zip, a.Street2, b.First, b.Last, b.Born, b.City, b.TaxNumber, b.Street, b.Zip, b.Street2)
					}
				}
			}
		}
	}
	if os.Getenv("WRONG") != "" {
		shown := 0
		lab := func(p uint64) (o string) {
			for k := range cmps {
				if l := p >> (4 * k) & 15; l != null {
					o += cmps[k].name + ":" + cmps[k].levels[l].words + " "
				}
			}
			return
		}
		kinds := map[uint64]int{}
		right := map[uint64]int{}
		expect := map[uint64]float64{}
		for _, e := range es {
			if e.w+off > -6 {
				p := tab.pattern(cmps, &tab.records[e.a], &tab.records[e.b])
				expect[p] += 1 - 1/(1+math.Exp2(-e.w-off))
				if who[e.a] != who[e.b] {
					kinds[p]++
				} else {
					right[p]++
				}
			}
		}
		t.Logf("wrong pairs %d", shown)
		type kc struct {
			p uint64
			n int
		}
		var kk []kc
		for p, n := range kinds {
			kk = append(kk, kc{p, n})
		}
		slices.SortFunc(kk, func(x, y kc) int { return y.n - x.n })
		for _, x := range kk[:min(45, len(kk))] {
			t.Logf("wrong %d expected %.1f right %d  %s", x.n, expect[x.p], right[x.p], lab(x.p))
		}
	}
	start = time.Now()
	t.Logf("   score %v kept %d prior off %.2f -> 1 in %.0f", st, len(es), off, 1/math.Exp2(l0+off))
	for _, c := range [][2]float64{{2, -2}, {1, -3}, {-1, -4}} {
		t.Logf("   %+v  %s", c, evaluate(who, group(n, es, func(a, b uint32) float64 { p, _ := s.score(a, b); return p + off }, off, c[0], c[1])))
	}
	t.Logf("   cluster x3 %v", time.Since(start))
}

func group(n int, es []sc, score func(a, b uint32) float64, off, best, mean float64) []uint32 {
	p := make([]uint32, n)
	for i := range p {
		p[i] = uint32(i)
	}
	var find func(uint32) uint32
	find = func(x uint32) uint32 {
		for p[x] != x {
			p[x] = p[p[x]]
			x = p[x]
		}
		return x
	}
	cut := -4.25
	for _, e := range es {
		if e.w+off >= cut {
			if a, b := find(e.a), find(e.b); a != b {
				p[max(a, b)] = min(a, b)
			}
		}
	}
	comp := map[uint32][]uint32{}
	for i := range n {
		r := find(uint32(i))
		comp[r] = append(comp[r], uint32(i))
	}
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(i)
	}
	var do func(g []uint32, thr float64)
	do = func(g []uint32, thr float64) {
		if len(g) > 400 {
			in := map[uint32]bool{}
			for _, x := range g {
				in[x] = true
			}
			q := map[uint32]uint32{}
			for _, x := range g {
				q[x] = x
			}
			var fd func(uint32) uint32
			fd = func(x uint32) uint32 {
				for q[x] != x {
					q[x] = q[q[x]]
					x = q[x]
				}
				return x
			}
			for _, e := range es {
				if in[e.a] && in[e.b] && e.w+off >= thr {
					if a, b := fd(e.a), fd(e.b); a != b {
						q[max(a, b)] = min(a, b)
					}
				}
			}
			cc := map[uint32][]uint32{}
			for _, x := range g {
				cc[fd(x)] = append(cc[fd(x)], x)
			}
			for _, h := range cc {
				do(h, thr+2)
			}
			return
		}
		hac(g, score, best, mean, out)
	}
	for _, g := range comp {
		if len(g) > 1 {
			do(g, cut+2)
		}
	}
	return out
}

func hac(g []uint32, score func(a, b uint32) float64, best, mean float64, out []uint32) {
	n := len(g)
	s, mx := make([][]float64, n), make([][]float64, n)
	for i := range s {
		s[i], mx[i] = make([]float64, n), make([]float64, n)
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			w := math.Max(-12, math.Min(30, score(g[i], g[j])))
			s[i][j], s[j][i], mx[i][j], mx[j][i] = w, w, w, w
		}
	}
	size, alive, cl := make([]int, n), make([]bool, n), make([]int, n)
	for i := range n {
		size[i], alive[i], cl[i] = 1, true, i
	}
	for {
		bi, bj, bv := -1, -1, mean
		for i := range n {
			if !alive[i] {
				continue
			}
			for j := i + 1; j < n; j++ {
				if alive[j] && mx[i][j] >= best {
					if v := s[i][j] / float64(size[i]*size[j]); v >= bv {
						bv, bi, bj = v, i, j
					}
				}
			}
		}
		if bi < 0 {
			break
		}
		for k := range n {
			if alive[k] && k != bi && k != bj {
				s[bi][k] += s[bj][k]
				s[k][bi] = s[bi][k]
				mx[bi][k] = math.Max(mx[bi][k], mx[bj][k])
				mx[k][bi] = mx[bi][k]
			}
		}
		size[bi] += size[bj]
		alive[bj] = false
		for k := range cl {
			if cl[k] == bj {
				cl[k] = bi
			}
		}
	}
	for k, v := range g {
		out[v] = g[cl[k]]
	}
}
