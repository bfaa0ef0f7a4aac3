package excel

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// pack turns the workbook into the bytes of a file.
func (b *book) pack() ([]byte, error) {
	b.unpark()
	var out bytes.Buffer
	b.f.SetZipWriter(func(io.Writer) excelize.ZipWriter {
		return &packer{w: &out, when: b.wb.AsOf, mend: b.mend}
	})
	if _, err := b.f.WriteToBuffer(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// packer collects the parts the library writes, has them mended, and packs them in a fixed order with fixed times.
type packer struct {
	w     io.Writer
	when  time.Time
	mend  func(w io.Writer, name string, part []byte) error
	parts []*part
}

// part is a part of the file as the library writes it. It is kept, not copied: the library hands over the bytes it
// keeps itself until the file is done.
type part struct {
	name string
	data []byte
}

// Write implements io.Writer.
func (p *part) Write(data []byte) (int, error) {
	if p.data == nil {
		p.data = data[:len(data):len(data)]
	} else {
		p.data = append(p.data, data...)
	}
	return len(data), nil
}

// Create implements excelize.ZipWriter.
func (p *packer) Create(name string) (io.Writer, error) {
	p.parts = append(p.parts, &part{name: name})
	return p.parts[len(p.parts)-1], nil
}

// AddFS implements excelize.ZipWriter.
func (p *packer) AddFS(fs.FS) error {
	return errors.New("a workbook is packed part by part")
}

// Close implements excelize.ZipWriter: it writes the file.
func (p *packer) Close() error {
	slices.SortFunc(p.parts, func(a, b *part) int { return strings.Compare(rank(a.name)+a.name, rank(b.name)+b.name) })
	zw := zip.NewWriter(p.w)
	one := &compressor{}
	zw.RegisterCompressor(zip.Deflate, one.begin)
	for _, part := range p.parts {
		if err := p.pack(zw, part); err != nil {
			return err
		}
	}
	return zw.Close()
}

func (p *packer) pack(zw *zip.Writer, part *part) error {
	y, m, d := p.when.Date()
	w, err := zw.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(y, m, d, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	return p.mend(w, part.name, part.data)
}

// compressor packs one part after the other in the same memory, more than a megabyte.
type compressor struct{ w *flate.Writer }

func (c *compressor) begin(w io.Writer) (io.WriteCloser, error) {
	if c.w != nil {
		c.w.Reset(w)
		return c.w, nil
	}
	var err error
	c.w, err = flate.NewWriter(w, 6)
	return c.w, err
}

// rank puts first what readers look for first.
func rank(name string) string {
	switch {
	case name == "[Content_Types].xml":
		return "0"
	case strings.HasPrefix(name, "_rels/"):
		return "1"
	case strings.HasPrefix(name, "docProps/"):
		return "2"
	}
	return "3"
}
