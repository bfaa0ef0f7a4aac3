package main

import (
	"encoding/base64"
	"io"
	"mime/quotedprintable"
)

// decoded undoes the transfer encoding of a part of a letter.
func decoded(encoding string, r io.Reader) io.Reader {
	switch encoding {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	}
	return r
}
