package lifetime

import (
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// million draws a million customers who came within 104 weeks, by the parameters of
// the CD shop; CLIENTELE_BENCH_CUSTOMERS says otherwise.
func million(b *testing.B) []History {
	n := 1_000_000
	if s := os.Getenv("CLIENTELE_BENCH_CUSTOMERS"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil || n < 1 {
			b.Fatalf("CLIENTELE_BENCH_CUSTOMERS is %q: it must be a number above 0", s)
		}
	}
	return world{r: .243, alpha: 4.414, a: .793, b: 2.426, weeks: 104}.histories(n, rand.NewPCG(7, 11))
}

// BenchmarkMillion is what a run does with all customers: group them, fit with
// standard errors, forecast 52 weeks for each.
func BenchmarkMillion(b *testing.B) {
	histories := million(b)
	for _, family := range []Family{BGNBD(), MBGNBD(), PNBD()} {
		b.Run(family.Name, func(b *testing.B) {
			var spent [4]float64 // CPU seconds of each step
			at, step := cpuSeconds(), 0
			lap := func() {
				now := cpuSeconds()
				spent[step] += now - at
				at, step = now, (step+1)%len(spent)
			}
			var e Estimate
			var p *Patterns
			for b.Loop() {
				p = group(b, histories)
				lap()
				var err error
				if e, err = family.Fit(p); err != nil {
					b.Fatal(err)
				}
				lap()
				expected := p.Each(func(h History) float64 { return e.Expected(h, 52) })
				lap()
				p.Each(func(h History) float64 { return e.ProbOrder(h, 52) })
				lap()
				runtime.KeepAlive(expected)
			}
			for i, name := range []string{"group", "fit", "expected", "order"} {
				b.ReportMetric(spent[i]/float64(b.N), name+"-CPU-s")
			}
			b.ReportMetric((spent[0]+spent[1]+spent[2]+spent[3])/float64(b.N), "CPU-s/op")
			b.ReportMetric(float64(len(p.Rows)), "patterns")
			b.ReportMetric(float64(e.Evaluations), "evaluations")
			b.ReportMetric(peakMB(), "held-MB")
		})
	}
}

// cpuSeconds is what this process took on all cores, from the clock ticks Linux
// counts; zero elsewhere.
func cpuSeconds() float64 {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return (user + system) / 100
}

// peakMB is the most memory this process held, as Linux counts it; zero elsewhere.
func peakMB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kb, _ := strconv.ParseFloat(strings.Fields(rest + " 0")[0], 64)
	return kb / 1024
}

// BenchmarkValues fits what an order is worth to a million customers who ordered again.
func BenchmarkValues(b *testing.B) {
	spends := spenders(1_000_000, GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44}, 1)
	before := cpuSeconds()
	for b.Loop() {
		if _, err := FitGammaGamma(spends); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric((cpuSeconds()-before)/float64(b.N), "CPU-s/op")
}

// BenchmarkShop is the 2,357 customers of the CD shop: group, fit, standard errors.
func BenchmarkShop(b *testing.B) {
	histories := cdnow(b).histories
	for b.Loop() {
		if _, err := BGNBD().Fit(group(b, histories)); err != nil {
			b.Fatal(err)
		}
	}
}
