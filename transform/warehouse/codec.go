package warehouse

import (
	"encoding/binary"
	"errors"

	"clientele/extract"
)

// errShort says that encoded fields end too early or hold what cannot be.
var errShort = errors.New("encoded record is damaged")

// encode appends fields in a compact form: texts with their length in front,
// numbers as varints, a mark before what may be unknown. Equal fields have equal
// bytes, on every machine and in every run.
func encode(dst []byte, fields []extract.Field) []byte {
	for _, f := range fields {
		if s, ok := f.Ptr.(*string); ok {
			dst = appendText(dst, *s)
			continue
		}
		v, has := number(f.Ptr)
		if how, _ := formOf(f); how == optional {
			dst = append(dst, mark(has))
			if !has {
				continue
			}
		}
		dst = binary.AppendVarint(dst, v)
	}
	return dst
}

func appendText(dst []byte, s string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}

func mark(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// decode fills fields from the front of src and returns the rest.
func decode(src []byte, fields []extract.Field, words *words) ([]byte, error) {
	for _, f := range fields {
		var err error
		if p, ok := f.Ptr.(*string); ok {
			*p, src, err = cutText(src, words)
		} else {
			src, err = decodeNumber(src, f)
		}
		if err != nil {
			return nil, err
		}
	}
	return src, nil
}

func decodeNumber(src []byte, f extract.Field) ([]byte, error) {
	if how, _ := formOf(f); how == optional {
		if len(src) == 0 {
			return nil, errShort
		}
		if src[0] == 0 {
			setNumber(f.Ptr, 0, false)
			return src[1:], nil
		}
		src = src[1:]
	}
	v, n := binary.Varint(src)
	if n <= 0 {
		return nil, errShort
	}
	setNumber(f.Ptr, v, true)
	return src[n:], nil
}

func cutText(src []byte, words *words) (string, []byte, error) {
	size, n := binary.Uvarint(src)
	if n <= 0 || size > uint64(len(src)-n) {
		return "", nil, errShort
	}
	end := n + int(size)
	return words.of(src[n:end]), src[end:], nil
}
