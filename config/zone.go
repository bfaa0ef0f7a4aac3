package config

import (
	"strings"
	"time"
	_ "time/tzdata" // the zones must be the same on every machine, also where none are installed

	"go.yaml.in/yaml/v4"
)

// Zone is a time zone of the IANA list, such as Europe/Berlin.
type Zone struct {
	loc *time.Location
}

// IsZero tells whether no zone was given.
func (z Zone) IsZero() bool { return z.loc == nil }

// Location is the zone; UTC when none was given.
func (z Zone) Location() *time.Location {
	if z.loc == nil {
		return time.UTC
	}
	return z.loc
}

// String is the zone's name, empty when none was given.
func (z Zone) String() string {
	if z.loc == nil {
		return ""
	}
	return z.loc.String()
}

// MarshalText is the zone's name.
func (z Zone) MarshalText() ([]byte, error) { return []byte(z.String()), nil }

// decodeNode refuses Local: the figures would depend on the machine.
func (z *Zone) decodeNode(d *decoder, n *yaml.Node, path string) {
	name, ok := d.line(n, path)
	if !ok {
		return
	}
	loc, err := time.LoadLocation(name)
	if err != nil || name == "" || strings.EqualFold(name, "local") {
		d.problem(n, path, "unknown zone "+quote(name), "a name of the IANA list, such as Europe/Berlin or UTC")
		return
	}
	z.loc = loc
}
