package excel

import (
	"bytes"
	"regexp"
)

// inOneCell is how the library anchors what keeps its size: at two cells, of which the second is the first again
// with an offset far beyond its edge. An application may end the chart at the edge of that cell.
var inOneCell = regexp.MustCompile(`<xdr:twoCellAnchor editAs="oneCell">(<xdr:from>.*?</xdr:from>)` +
	`<xdr:to><xdr:col>\d+</xdr:col><xdr:colOff>(\d+)</xdr:colOff><xdr:row>\d+</xdr:row><xdr:rowOff>(\d+)</xdr:rowOff></xdr:to>`)

// anchored gives charts one cell to hang on and their size.
func anchored(data []byte) []byte {
	data = inOneCell.ReplaceAll(data, []byte(`<xdr:oneCellAnchor>$1<xdr:ext cx="$2" cy="$3"></xdr:ext>`))
	return bytes.ReplaceAll(data, []byte("</xdr:twoCellAnchor>"), []byte("</xdr:oneCellAnchor>"))
}

var ignorable = regexp.MustCompile(` (?:mc:Ignorable|xr:uid)="[^"]*"`)

// rootEnds is more than the first element of any part takes.
const rootEnds = 8192

// withoutIgnorable takes the list of namespaces a reader may ignore, of which nothing is used, off the first
// element of a part: ISO/IEC 29500 has it in a part of its own, so that a reader who checks against the schema
// refuses it.
func withoutIgnorable(data []byte) []byte {
	root, rest := cut(data, min(len(data), rootEnds))
	return append(ignorable.ReplaceAll(root, nil), rest...)
}
