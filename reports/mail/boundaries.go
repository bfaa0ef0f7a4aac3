package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	netmail "net/mail"
	"strconv"
	"strings"
)

// settleBoundaries replaces the random lines between the parts of a message by
// ones that follow from its id, each its own. They are as long as the old ones, so
// no line is folded differently, and none occurs in what it separates.
func settleBoundaries(message []byte, seed string) ([]byte, error) {
	old, err := boundaries(message)
	if err != nil {
		return nil, fmt.Errorf("read the parts back: %w", err)
	}
	next := 0
	for _, b := range old {
		var fresh string
		for fresh == "" || bytes.Contains(message, []byte(fresh)) {
			fresh = boundary(seed, next, len(b))
			next++
		}
		message = bytes.ReplaceAll(message, []byte(b), []byte(fresh))
	}
	return message, nil
}

func boundary(seed string, n, length int) string {
	sum := sha256.Sum256([]byte(strconv.Itoa(n) + " " + seed))
	return strings.Repeat(hex.EncodeToString(sum[:]), 2)[:min(length, 70)]
}

// boundaries lists the boundaries of a message, outer before inner.
func boundaries(message []byte) ([]string, error) {
	m, err := netmail.ReadMessage(bytes.NewReader(message))
	if err != nil {
		return nil, err
	}
	return inside(m.Header.Get("Content-Type"), m.Body)
}

func inside(contentType string, body io.Reader) ([]string, error) {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || !strings.HasPrefix(kind, "multipart/") {
		return nil, err
	}
	found := []string{params["boundary"]}
	parts := multipart.NewReader(body, params["boundary"])
	for {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
		inner, err := inside(part.Header.Get("Content-Type"), part)
		if err != nil {
			return nil, err
		}
		found = append(found, inner...)
	}
}
