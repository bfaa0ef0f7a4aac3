package jobs

import (
	"os"
	"testing"

	"clientele/transform/store"
)

// stateOnServer, set to anything, has companies keep their state on a server.
const stateOnServer = "CLIENTELE_JOBS_STATE_ON_SERVER"

// stateAt is where a company keeps its state, however often it is opened.
func (c company) stateAt(t testing.TB) store.Options {
	t.Helper()
	if os.Getenv(stateOnServer) == "" {
		return store.File(c.path("state.db"))
	}
	note := c.path("state.dsn")
	dsn, err := os.ReadFile(note)
	if err != nil {
		dsn = []byte(newLine(t).dsn)
		if err := os.WriteFile(note, dsn, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return store.Options{Driver: store.MySQL, DSN: string(dsn)}
}

// What people say about letters, and what becomes of copies, is the same with the state
// on a server.
func TestWordsAndCopiesWithTheStateOnAServer(t *testing.T) {
	testServer(t)
	t.Setenv(stateOnServer, "yes")
	for name, test := range map[string]func(*testing.T){
		"a held report":                TestHeldReportIsNeitherDoneNorLost,
		"a period let go by name":      TestPeriodLetGoByNameIsNotOvertakenByALaterOne,
		"one recipient held":           TestOneRecipientHeldStopsNobodyElse,
		"a held run by hand":           TestHeldRunByHandSendsNothingAndSaysWho,
		"a hold during a run":          TestHoldSaidDuringARunStopsTheNextLetter,
		"clocks that differ":           TestTheLastWordCountsWhateverClocksSay,
		"sent again":                   TestLetterIsSentAgainAsItWentOut,
		"a copy that fails":            TestCopyThatFailsLeavesTheFirstOneAccepted,
		"a copy of an unknown":         TestCopyOfALetterNobodyKnewOfSettlesIt,
		"a copy is held":               TestCopyIsHeldLikeAnyLetter,
		"a copy of a dead run":         TestCopyOfADeadRunIsUnclear,
		"dead by hand":                 TestWhatARunByHandDiedOverIsCalledUnknownThoughNothingIsOwed,
		"a correction overtaken":       TestCorrectionOvertakenByNewFiguresIsSaidToBeRefused,
		"before a restore":             TestWhatMayHaveGoneOutBeforeARestoreWaitsForAPerson,
		"open letters after a restore": TestOpenLettersOfARestoredStateWait,
	} {
		t.Run(name, test)
	}
}

// So are the drills of schedules and mail that otherwise run on files.
func TestDrillsWithTheStateOnAServer(t *testing.T) {
	testServer(t)
	t.Setenv(stateOnServer, "yes")
	for name, test := range map[string]func(*testing.T){
		"five weeks down":          TestFiveWeeksDown,
		"a run that is too long":   TestARunLongerThanTheNextTimeLosesNothing,
		"two reports at once":      TestTwoReportsDueAtOnceRunOneAfterTheOther,
		"a lagging copy":           TestALaggingReplicaIsWaitedFor,
		"a clock that is set":      TestServeWhoseClockIsSetWhileItWorks,
		"too large a letter":       TestLetterTooLargeGoesWithoutItsWorkbookAndSaysWhereItLies,
		"answers of a mail server": TestServersAnswerIsTheDeliverysFate,
		"a mail server out of use": TestServerThatCannotBeUsedCostsNobodyAnAttempt,
		"files that are not whole": TestFilesThatAreNotAsWrittenAreWrittenAgain,
		"files nobody can trust":   TestNothingIsSentFromFilesThatCannotBeTrusted,
		"earlier rules held":       TestCustomersOfEarlierRulesAreHeldAndNothingIsChanged,
		"earlier rules let go":     TestCustomersOfEarlierRulesAreCarriedOverOnceSomebodyLetsThem,
		"a word taken back":        TestASplitNamesTheWordThatWasTakenBack,
		"a panic":                  TestPanicIsRecordedAndTheProgramLives,
	} {
		t.Run(name, test)
	}
}
