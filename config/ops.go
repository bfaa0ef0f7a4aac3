package config

import (
	"errors"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Ops says who is told when something does not go as it should, and when.
type Ops struct {
	// Who gets a mail when a report or the refresh fails, is held or late, or nobody knows whether a letter arrived; nobody when left out.
	Mail []Address `yaml:"mail"`
	// How long after its time something may still be undone before it counts as late.
	LateAfter Duration `yaml:"late_after" jsonschema:"default=2h"`
	// How often something is tried before its failure is told. What trying again cannot mend is told at once.
	AfterFailures int `yaml:"after_failures" jsonschema:"default=3,minimum=1,maximum=20"`
	// Whether to tell, once, that what was told to be failed or late is done.
	Recovered bool `yaml:"recovered" jsonschema:"default=false"`
	// The address that is asked for when a job begins (/start), has done all it should, and did not (/fail). Either one for all jobs, in which {job} stands for the job's name, or one for each of: refresh, sales, marketing, tick (every look at what is owed).
	Heartbeat Heartbeat `yaml:"heartbeat"`
	// How long such a ping may take.
	HeartbeatTimeout Duration `yaml:"heartbeat_timeout" jsonschema:"default=10s"`
}

// Heartbeat is where pings go: one address for all jobs, or one for each.
type Heartbeat struct {
	All Secret
	Of  map[string]Secret
}

// IsZero tells whether there are no pings.
func (h Heartbeat) IsZero() bool { return h.All.IsZero() && len(h.Of) == 0 }

// For is where the pings of a job go; zero for nowhere.
func (h Heartbeat) For(job string) Secret {
	if s, own := h.Of[job]; own {
		return s
	}
	return h.All
}

// PingNames lists what may have a heartbeat of its own.
func PingNames() []string { return append(append([]string{"refresh"}, ReportNames()...), TickPing) }

// TickPing is the heartbeat of every look at what is owed.
const TickPing = "tick"

// decodeNode takes an address, a secret that is one, or a block of them by job.
func (h *Heartbeat) decodeNode(d *decoder, n *yaml.Node, path string) {
	if n.Kind != yaml.MappingNode || oneSecret(n) {
		h.All = d.ping(n, path)
		return
	}
	h.Of = map[string]Secret{}
	d.entries(n, path, PingNames(), func(job string, value *yaml.Node) {
		h.Of[job] = d.ping(target(value), join(path, job))
	})
}

// oneSecret tells a secret from a block of them.
func oneSecret(n *yaml.Node) bool {
	return len(n.Content) == 2 && slices.Contains([]string{"env", "file", "command"}, n.Content[0].Value)
}

// ping reads one address. It may be a secret, so that no problem repeats it.
func (d *decoder) ping(n *yaml.Node, path string) Secret {
	var s Secret
	d.value(reflect.ValueOf(&s).Elem(), n, path)
	if s.literal != "" && WebAddress(s.literal) != nil {
		d.problem(n, path, "is no address that could be asked for", "such as https://hc.example.com/ping/0b1c/{job}")
	}
	return s
}

// WebAddress says what is wrong with the address of a ping, without repeating it.
func WebAddress(text string) error {
	u, err := url.Parse(strings.ReplaceAll(text, "{job}", "job"))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.Fragment != "" {
		return errors.New("want an address that begins with https:// or http://")
	}
	return nil
}

// checkOps holds who is told to the rules of mail.
func checkOps(c *Config, d *decoder) {
	once(d, "ops.mail", c.Ops.Mail, "the address and its mail", func(a Address) string { return strings.ToLower(a.Email) })
	for i, a := range c.Ops.Mail {
		checkDomain(c, d, a, element("ops.mail", i))
	}
	if len(c.Ops.Mail) > 0 && c.Mail.From.IsZero() && !c.Reports.mailed() {
		d.problemAt(d.place("ops.mail"), "mail.from", "is missing, but somebody is to be told", "such as Reports <reports@example.com>")
	}
}
