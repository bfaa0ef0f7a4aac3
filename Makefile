# make          everything a change must pass: format, vet, staticcheck, tests with the race detector
# make test     the tests, with a real MariaDB where one is installed
# make demo     the whole job on a generated company
# make bench    how fast each stage is, beside a bare loop over the same rows; then the whole job, a million orders
# make bench-matching  how good and how fast matching is on records whose truth is known
# make bench-golden    how fast golden records and households are on a generated town
# make bench-metrics   published figures beside ours, and how fast the statistics are
# make soak     the program killed KILLS times at random beside a faulty mail server; docs/reliability.md
# make golden   writes the expected texts of the tests anew: look at the diff
# make fuzz     strangers' text for a minute a target
# make release  the program for four platforms in dist/

export CGO_ENABLED = 0
export GOFLAGS = -mod=readonly

VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
LDFLAGS  = -s -w -X main.version=$(VERSION)
PLATFORMS = linux/amd64 linux/arm64 darwin/arm64 windows/amd64
FUZZTIME ?= 60s
COUNT ?= 1
KILLS ?= 1000
CUSTOMERS ?= 106000
RECORDS ?= 100000,1000000

.PHONY: check lint test soak bench bench-matching bench-golden bench-metrics demo golden fuzz release build

check: lint
	CGO_ENABLED=1 .ci/with-mariadb go test -race -timeout 40m ./...

lint:
	@files=$$(go tool gofumpt -l cmd config extract jobs reports transform); \
		if [ -n "$$files" ]; then echo "not formatted (go tool gofumpt -w .):"; echo "$$files"; exit 1; fi
	go vet ./...
	go tool staticcheck ./...

test:
	@[ -n "$$CLIENTELE_DATA" ] || echo "Real data: CLIENTELE_DATA names no folder, tests that need it are skipped"
	@command -v xmllint >/dev/null && [ -n "$$CLIENTELE_OOXML$$CLIENTELE_DATA" ] || echo "Workbooks: no xmllint, or CLIENTELE_OOXML names no folder of the ISO/IEC 29500 schemas: parts are not held to them"
	.ci/with-mariadb go test -timeout 40m ./...

soak:
	CLIENTELE_SOAK=$(KILLS) .ci/with-mariadb go test -count 1 -run '^TestSoak$$' -v -timeout 120m ./cmd/clientele

bench:
	.ci/with-mariadb go test -run '^$$' -bench . -benchmem -count $(COUNT) -timeout 60m ./...
	CLIENTELE_BENCH_CUSTOMERS=$(CUSTOMERS) .ci/with-mariadb go test -run '^$$' -bench Whole -benchtime 1x -count $(COUNT) -timeout 120m ./jobs

bench-matching:
	@CLIENTELE_BENCH_RECORDS=$(RECORDS) go test -count 1 -run '^TestBench$$' -timeout 120m -v ./transform/match/truth

bench-metrics:
	@go test -count 1 -v -run 'Published|MusicShop|EverySet|RiskRanks' ./transform/model/... ./transform/metrics ./jobs | grep -v '^=== '
	@go test -run '^$$' -bench . -benchtime 1x -timeout 60m ./transform/model/... | grep -v 'no test files'

bench-golden:
	CLIENTELE_BENCH_RECORDS=$(RECORDS) go test -run '^$$' -bench GoldenHome -benchtime 1x -count $(COUNT) -timeout 120m ./transform/match/truth

demo:
	go run ./cmd/clientele demo

golden:
	go test ./config ./extract ./reports/pages ./transform/warehouse -update

fuzz:
	@go list -f '{{$$d := .ImportPath}}{{range .TestGoFiles}}{{$$d}} {{end}}' ./... | tr ' ' '\n' | sort -u | grep . | while read -r p; do \
		go test -list '^Fuzz' $$p | grep '^Fuzz' | while read -r f; do echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x $$p || exit 1; done || exit 1; \
	done

build:
	go build -trimpath -ldflags '$(LDFLAGS)' -o clientele ./cmd/clientele

release:
	@mkdir -p dist
	@for p in $(PLATFORMS); do \
		os=$${p%/*}; arch=$${p#*/}; ext=; [ $$os = windows ] && ext=.exe; \
		echo "dist/clientele-$$os-$$arch$$ext"; \
		GOOS=$$os GOARCH=$$arch go build -trimpath -ldflags '$(LDFLAGS)' -o dist/clientele-$$os-$$arch$$ext ./cmd/clientele || exit 1; \
	done
