package truth_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"clientele/transform/match"
	"clientele/transform/match/truth"
)

// onceTask holds a task, as JSON, that this process is to do once, so that its peak
// of memory is that of the matching.
const onceTask = "CLIENTELE_MATCH_ONCE"

// A task is one set to be linked under one preset.
type task struct {
	Set, Path string // a labelled set by its name, or a file
	Shape     string // of the file: a written company's, or a town's
	Preset    match.Preset
	Homes     bool   // whether households are wanted too
	Into      string // the file for the clusters, one a line; households in Into.homes
}

func (t task) set() truth.Set {
	switch {
	case t.Shape == "town":
		return truth.Exported(t.Set, "", t.Path)
	case t.Path != "":
		return truth.Written(t.Set, t.Path)
	}
	set, _ := truth.Named(t.Set)
	return set
}

// A timing is what the process tells of its task.
type timing struct {
	Seconds  float64 // from opening the file to the clusters
	CPU      float64 // the same on all cores together
	Held     int64   // most memory the process held, bytes; zero where the system does not say
	Compared int64
	Skipped  int64 // pairs
	Review   int
}

func TestMain(m *testing.M) {
	if text := os.Getenv(onceTask); text != "" {
		if os.Getenv("GOGC") == "" {
			debug.SetGCPercent(10) // as the program does while it matches
		}
		if err := once(text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// once does the task and writes its timing.
func once(text string) error {
	var t task
	if err := json.Unmarshal([]byte(text), &t); err != nil {
		return err
	}
	start := time.Now()
	res, err := theEngine(t.set(), truth.Folder(), t.Preset)
	if err != nil {
		return err
	}
	told := timing{Seconds: time.Since(start).Seconds(), CPU: cpuSeconds(), Held: peakHeld(), Compared: res.Compared, Review: len(res.Review)}
	for _, s := range res.Skipped {
		told.Skipped += s.Pairs
	}
	if err := writeGroups(t.Into, res.Clusters); err != nil {
		return err
	}
	if t.Homes {
		parties, _, _, err := t.set().Load(truth.Folder())
		if err != nil {
			return err
		}
		if err := writeGroups(t.Into+".homes", homesOf(parties, res, t.set().Country)); err != nil {
			return err
		}
	}
	return json.NewEncoder(os.Stdout).Encode(told)
}

// inProcess has a process of its own do the task.
func inProcess(t task) (timing, error) {
	text, err := json.Marshal(t)
	if err != nil {
		return timing{}, err
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), onceTask+"="+string(text))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return timing{}, fmt.Errorf("link %s: %w", t.Set, err)
	}
	var told timing
	return told, json.Unmarshal(out, &told)
}

func writeGroups(path string, groups [][]int32) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	var line []byte
	for _, g := range groups {
		line = line[:0]
		for _, i := range g {
			line = strconv.AppendInt(append(line, ' '), int64(i), 10)
		}
		out.Write(append(line, '\n'))
	}
	return errors.Join(out.Flush(), f.Close())
}

func readGroups(path string) (groups [][]int32, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var g []int32
		for word := range strings.FieldsSeq(in.Text()) {
			i, err := strconv.ParseInt(word, 10, 32)
			if err != nil {
				return nil, err
			}
			g = append(g, int32(i))
		}
		groups = append(groups, g)
	}
	return groups, in.Err()
}

// peakHeld returns the most memory this process held, in bytes, without the pages of
// the program's file, of which a test has many that matching does not use; zero where
// the system does not say.
func peakHeld() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	return size(string(status), "VmHWM:") - size(string(status), "RssFile:")
}

// size returns what a line of the system's account of a process says, in bytes.
func size(status, name string) int64 {
	for line := range strings.Lines(status) {
		if rest, ok := strings.CutPrefix(line, name); ok {
			kb, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
			return kb << 10
		}
	}
	return 0
}

// cpuSeconds returns the time all cores worked for this process, where Linux says
// it, in hundredths of a second.
func cpuSeconds() float64 {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil || runtime.GOOS != "linux" {
		return 0
	}
	text := string(stat)
	fields := strings.Fields(text[strings.LastIndexByte(text, ')')+1:])
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return (user + system) / 100
}
