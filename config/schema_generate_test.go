package config

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"
)

// generate makes the schema of the structs; their comments become its descriptions.
func generate(t *testing.T) []byte {
	t.Helper()
	r := reflector()
	if err := r.AddGoComments("clientele/config", "./", jsonschema.WithFullComment()); err != nil {
		t.Fatal(err)
	}
	comments := map[string]string{}
	for name, text := range r.CommentMap {
		comments[strings.Replace(name, "clientele/config/.", "clientele/config.", 1)] = strings.Join(strings.Fields(text), " ")
	}
	r.CommentMap = comments
	s := r.Reflect(&Config{})
	s.Title = "clientele configuration"
	out, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, '\n')
}

func reflector() *jsonschema.Reflector {
	r := &jsonschema.Reflector{
		FieldNameTag: "yaml", RequiredFromJSONSchemaTags: true, DoNotReference: true, Anonymous: true,
	}
	r.Mapper = func(t reflect.Type) *jsonschema.Schema { return own(r, t) }
	return r
}

// own is the schema of the types that read themselves.
func own(r *jsonschema.Reflector, t reflect.Type) *jsonschema.Schema {
	const zone = `^[A-Za-z][A-Za-z0-9_+/-]*$`
	text := func(pattern string) *jsonschema.Schema { return &jsonschema.Schema{Type: "string", Pattern: pattern} }
	switch t {
	case reflect.TypeFor[Secret]():
		return secretSchema()
	case reflect.TypeFor[Zone]():
		return text(zone)
	case reflect.TypeFor[Currency]():
		return text(`^[A-Z]{3}$`)
	case reflect.TypeFor[Country]():
		return text(`^[A-Z]{2}$`)
	case reflect.TypeFor[Address](), reflect.TypeFor[PartyRef](), reflect.TypeFor[Glob](), reflect.TypeFor[Domain](),
		reflect.TypeFor[Duration](), reflect.TypeFor[Separator](), reflect.TypeFor[SQL](), reflect.TypeFor[Text](),
		reflect.TypeFor[Schedule](), reflect.TypeFor[Listen](), reflect.TypeFor[Link]():
		return &jsonschema.Schema{Type: "string"}
	case reflect.TypeFor[Date]():
		return text(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	case reflect.TypeFor[Month]():
		return text(`^[0-9]{4}-[0-9]{2}$`)
	case reflect.TypeFor[Cadence]():
		return either(&jsonschema.Schema{Type: "integer", Minimum: "28"}, text(`^(never|monthly|quarterly|yearly|[0-9]+(d| days?)?)$`))
	case reflect.TypeFor[Amount](), reflect.TypeFor[Decimal]():
		return either(&jsonschema.Schema{Type: "number"}, text(`^[+-]?[0-9]+([.][0-9]+)?$`))
	case reflect.TypeFor[Percent]():
		return either(&jsonschema.Schema{Type: "number", Minimum: "0", ExclusiveMaximum: "1"}, text(`^[0-9]+([.][0-9]+)?( *%)?$`))
	case reflect.TypeFor[Days]():
		return either(&jsonschema.Schema{Type: "integer", Minimum: "0"}, text(`^[0-9]+(d| days?)?$`))
	case reflect.TypeFor[Level]():
		return either(&jsonschema.Schema{Type: "number"}, text(`^[+-]?[0-9]+([.][0-9]+)?( *%)?$`))
	case reflect.TypeFor[Size]():
		return either(&jsonschema.Schema{Type: "integer", Minimum: "1"}, text(`^[1-9][0-9]{0,11} *(kB|MB|GB)?$`))
	case reflect.TypeFor[Holiday]():
		return text(`^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$`)
	case reflect.TypeFor[Weekdays]():
		day := &jsonschema.Schema{Type: "string"}
		for _, name := range weekdayNames() {
			day.Enum = append(day.Enum, name)
		}
		return &jsonschema.Schema{Type: "array", Items: day}
	case reflect.TypeFor[Columns]():
		return &jsonschema.Schema{Type: "object", AdditionalProperties: &jsonschema.Schema{Type: "string"}}
	case reflect.TypeFor[Group]():
		return either(&jsonschema.Schema{Type: "string"}, &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{Type: "string"}})
	}
	return composed(r, t)
}

// composed is the schema of the types that are short for a block of entries, or named blocks.
func composed(r *jsonschema.Reflector, t reflect.Type) *jsonschema.Schema {
	block := func(v any) *jsonschema.Schema {
		plain := reflector()
		plain.CommentMap = r.CommentMap
		inner := plain.Mapper
		plain.Mapper = func(x reflect.Type) *jsonschema.Schema {
			if x == reflect.TypeOf(v) {
				return nil
			}
			return inner(x)
		}
		s := plain.ReflectFromType(reflect.TypeOf(v))
		s.Version = ""
		return s
	}
	named := func(element *jsonschema.Schema, names ...string) *jsonschema.Schema {
		s := &jsonschema.Schema{Type: "object", AdditionalProperties: element}
		if len(names) > 0 {
			s.PropertyNames = &jsonschema.Schema{}
			for _, name := range names {
				s.PropertyNames.Enum = append(s.PropertyNames.Enum, name)
			}
		}
		return s
	}
	switch t {
	case reflect.TypeFor[Store]():
		return either(&jsonschema.Schema{Type: "string"}, block(Store{}))
	case reflect.TypeFor[Recipient]():
		return either(&jsonschema.Schema{Type: "string"}, block(Recipient{}))
	case reflect.TypeFor[Mapping]():
		return either(&jsonschema.Schema{Type: "string"}, block(Mapping{}))
	case reflect.TypeFor[Fresh]():
		return either(own(r, reflect.TypeFor[Days]()), block(Fresh{}))
	case reflect.TypeFor[KindDays]():
		return named(own(r, reflect.TypeFor[Days]()), DatedKinds()...)
	case reflect.TypeFor[Heartbeat]():
		return either(secretSchema(), named(secretSchema(), PingNames()...))
	case reflect.TypeFor[Sources]():
		return named(block(Source{}))
	case reflect.TypeFor[HalfLife]():
		return either(&jsonschema.Schema{Type: "integer", Minimum: "1"}, &jsonschema.Schema{Type: "string", Pattern: `^(never|[1-9][0-9]*(d| days?)?)$`})
	case reflect.TypeFor[FieldGroups]():
		fields := &jsonschema.Schema{Type: "string"}
		for _, name := range GroupableFields() {
			fields.Enum = append(fields.Enum, name)
		}
		return named(&jsonschema.Schema{Type: "array", Items: fields})
	case reflect.TypeFor[FieldRules]():
		return named(block(FieldRule{}))
	case reflect.TypeFor[Calendars]():
		return named(block(Calendar{}))
	case reflect.TypeFor[Records]():
		return named(composed(r, reflect.TypeFor[Mapping]()), Kinds()...)
	case reflect.TypeFor[Reports]():
		return named(block(Report{}), ReportNames()...)
	}
	return nil
}

func either(a, b *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{a, b}}
}

func secretSchema() *jsonschema.Schema {
	one := func(name string, value *jsonschema.Schema) *jsonschema.Schema {
		s := &jsonschema.Schema{
			Type: "object", Properties: jsonschema.NewProperties(), Required: []string{name},
			AdditionalProperties: jsonschema.FalseSchema,
		}
		s.Properties.Set(name, value)
		return s
	}
	text := &jsonschema.Schema{Type: "string"}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		text, one("env", text), one("file", text), one("command", &jsonschema.Schema{Type: "array", Items: text}),
	}}
}
