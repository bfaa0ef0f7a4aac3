package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"clientele/extract"
)

// Fingerprint returns a text that changes whenever the same rows could be read
// differently: with the mapping of the kind, the zones or the encoding. Where and
// as whom the source is reached does not matter.
func (s *Source) Fingerprint(k extract.Kind) string {
	m, o := s.opt.Mappings[k], s.opt
	h := sha256.New()
	for _, part := range []string{o.Driver, o.Zone.String(), o.CompanyZone.String(), s.decoder.name, m.Select, m.File, m.Delimiter, m.Quote} {
		fmt.Fprintf(h, "%q\n", part)
	}
	for _, name := range sortedNames(m.Columns) {
		fmt.Fprintf(h, "%q=%q\n", name, m.Columns[name])
	}
	return hex.EncodeToString(h.Sum(nil))
}
