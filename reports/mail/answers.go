package mail

import (
	"errors"
	"fmt"
	"net/textproto"
	"strings"
	"unicode"
)

// A deed is a step of handing a letter over, in words.
type deed string

const (
	nameSender    deed = "name the sender"
	nameRecipient deed = "name the recipient"
	beginLetter   deed = "begin the letter"
	sendLetter    deed = "send the letter"
	endLetter     deed = "end the letter"
)

// refused turns what a server said before it had the whole letter into a Refusal:
// 4 at the beginning is for now, 5 for good. A line that fell silent or spoke
// nonsense is cut; that is a Refusal for now, because the server has nothing.
func (s *SMTP) refused(deed deed, err error) error {
	var answer *textproto.Error
	if !errors.As(err, &answer) {
		s.drop()
		return &Refusal{Answer: fmt.Sprintf("the connection broke while it was to %s: %s", deed, s.words(err.Error())), Temporary: true}
	}
	status := statusIn(answer.Msg)
	r := &Refusal{Code: answer.Code, Answer: s.words(answer.Msg), Temporary: answer.Code < 500}
	r.Address = !r.Temporary && deed != nameSender && ofRecipient(answer.Code, status, deed == nameRecipient)
	r.TooLarge = !r.Temporary && (deed != nameRecipient || status != "") && oversize(answer.Code, status)
	switch answer.Code {
	case 530, 534, 535, 538: // it wants us to sign in: that is about us, not about the recipient
		return fmt.Errorf("%s: %s (see mail.smtp.user and mail.smtp.auth)", deed, r.Error())
	}
	if answer.Code == 421 || answer.Code < 400 {
		s.drop()
	}
	return r
}

// said passes an error on in words fit to be shown.
func (s *SMTP) said(err error) error {
	var answer *textproto.Error
	if errors.As(err, &answer) {
		return errors.New(s.words(fmt.Sprintf("%d %s", answer.Code, answer.Msg)))
	}
	return err
}

// longest bounds what is kept of a server's answer.
const longest = 400

// words puts what a server said on one line, without a secret.
func (s *SMTP) words(said string) string {
	for _, secret := range s.hidden {
		said = strings.ReplaceAll(said, secret, "[secret]")
	}
	return oneLine(said)
}

// oneLine puts what a stranger wrote on one line: no control characters for the
// terminal it is shown on, and not more than fits into the ledger.
func oneLine(said string) string {
	if len(said) > 16*longest { // before it is looked at letter by letter
		said = said[:16*longest]
	}
	said = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(said, "?"))
	said = strings.Join(strings.Fields(said), " ")
	if runes := []rune(said); len(runes) > longest {
		said = string(runes[:longest]) + "..."
	}
	return said
}
