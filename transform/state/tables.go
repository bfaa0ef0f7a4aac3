package state

import (
	"strings"

	"clientele/transform/store"
)

// tables lists what the store keeps, as the schema of either engine makes it.
var tables = []store.Table{
	{Name: "runs", Columns: strings.Fields("id job period as_of code args owner fence status error details started finished")},
	{Name: "stages", Columns: strings.Fields("run seq name at")},
	{Name: "asked", Columns: strings.Fields("run body")},
	{Name: "leases", Columns: strings.Fields("name owner fence since expires holder")},
	{Name: "ids", Columns: strings.Fields("id founder_source founder_id n born retired forward")},
	{Name: "xref", Columns: strings.Fields("source id customer run")},
	{Name: "id_events", Columns: strings.Fields("run seq kind id forward reason records")},
	{Name: "decisions", Columns: strings.Fields("a_source a_id b_source b_id from_run to_run kind who why at number")},
	{Name: "field_decisions", Columns: strings.Fields("number source id field from_source from_id value from_run to_run who why at")},
	{Name: "withdrawals", Columns: strings.Fields("number run who why at")},
	{Name: "models", Columns: strings.Fields("name version run sha256 body")},
	{Name: "model_parts", Columns: strings.Fields("name version part body")},
	{Name: "model_uses", Columns: strings.Fields("name run version heard why observed")},
	{Name: "model_words", Columns: strings.Fields("name at version who why")},
	{Name: "meta", Columns: strings.Fields("name value")},
	{Name: "deliveries", Columns: strings.Fields(`report period territory rep recipient revision state edition address message_id
		file_sha256 letter_sha256 size attempts code answer planned changed accepted next_at run`)},
	{Name: "delivery_log", Columns: strings.Fields("report period territory rep recipient revision seq state edition code answer at run")},
	{Name: "schedules", Columns: strings.Fields("job kind begins ended")},
	{Name: "schedule_seen", Columns: strings.Fields("job at")},
	{Name: "owed", Columns: strings.Fields("job period slot as_of state reason attempts next_at changed run")},
	{Name: "archive", Columns: strings.Fields("report period territory rep edition kind recipient revision path sha256 size run at")},
	{Name: "restores", Columns: strings.Fields("at known file")},
	{Name: "resends", Columns: strings.Fields("report period territory rep recipient revision n state who why attempts code answer asked changed next_at run")},
	{Name: "holds", Columns: strings.Fields("report period recipient at released who why")},
	{Name: "refusals", Columns: strings.Fields("address message_id attempt bounced code words sent at")},
	{Name: "readmissions", Columns: strings.Fields("address at who why")},
	{Name: "verdicts", Columns: strings.Fields("report period territory rep gate effect words detail run at")},
	{Name: "key_figures", Columns: strings.Fields("report territory rep period name value")},
	{Name: "editions", Columns: strings.Fields(`edition content report period territory rep snapshot_run snapshot links decisions matching
		settings code build account against restated corrects figures previous path sha256 size run at`)},
	{Name: "settings", Columns: strings.Fields("digest body run")},
	{Name: "edition_gates", Columns: strings.Fields("edition body")},
	{Name: "alarms", Columns: strings.Fields("cause job period about address state since text attempts next_at answer raised changed")},
}
