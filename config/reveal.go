package config

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Reveal fetches the secret's text. A file's or a command's last line break is not part of it. Errors name the place
// the secret should have come from and never what was found there.
func (s Secret) Reveal(ctx context.Context) (string, error) {
	switch {
	case s.env != "":
		return s.fromEnv()
	case s.file != "":
		return s.fromFile()
	case len(s.command) > 0:
		return s.fromCommand(ctx)
	default:
		return s.literal, nil
	}
}

func (s Secret) fromEnv() (string, error) {
	text := os.Getenv(s.env)
	if text == "" {
		return "", fmt.Errorf("read a secret: the environment variable %s is not set or empty (export it before starting)", s.env)
	}
	return text, nil
}

func (s Secret) fromFile() (string, error) {
	data, err := os.ReadFile(within(s.dir, s.file))
	if err != nil {
		return "", fmt.Errorf("read a secret: %w", err)
	}
	return given(data, "the file "+s.file)
}

// fromCommand runs the program in the configuration's folder. Its arguments and what it says stay out of the error.
func (s Secret) fromCommand(ctx context.Context) (string, error) {
	program := s.command[0]
	if strings.ContainsRune(filepath.ToSlash(program), '/') {
		program = within(s.dir, program)
	}
	cmd := exec.CommandContext(ctx, program, s.command[1:]...)
	cmd.Dir = s.dir
	cmd.WaitDelay = 5 * time.Second
	data, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("read a secret from the command %s: %w", s.command[0], err)
	}
	return given(data, "the command "+s.command[0])
}

func given(data []byte, from string) (string, error) {
	text := strings.TrimSuffix(strings.TrimSuffix(string(data), "\n"), "\r")
	if text == "" {
		return "", fmt.Errorf("read a secret: %s gave nothing", from)
	}
	return text, nil
}
