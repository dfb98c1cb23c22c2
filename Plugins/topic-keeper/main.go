// Topic keeper says who may set the topic of a room, and how long it may be.
package main

import (
	"encoding/json"
	"unicode/utf8"

	"gatehouse.example/topic-keeper/gatehouse"
)

type topicKeeper struct {
	editors       map[string]bool // nil: all
	maximumLength int64           // 0: any
}

func (keeper *topicKeeper) UserMaySendStateEvent(event gatehouse.StateEvent) (errcode string, err error) {
	if event.Type != "m.room.topic" {
		return "", nil
	}
	if keeper.editors != nil && !keeper.editors[event.UserID] {
		return "M_FORBIDDEN", nil
	}
	if keeper.maximumLength > 0 && topicLength(event.Content) > keeper.maximumLength {
		return "M_TOO_LARGE", nil
	}
	return "", nil
}

// The characters of the longest form of the topic: plain, or one of those in "m.topic".
func topicLength(content []byte) int64 {
	fields := object(content)
	longest := length(fields["topic"])
	var forms []json.RawMessage
	_ = json.Unmarshal(object(fields["m.topic"])["m.text"], &forms) // what is no list has no forms
	for _, form := range forms {
		if length := length(object(form)["body"]); length > longest {
			longest = length
		}
	}
	return longest
}

// What is no string has no length.
func length(value json.RawMessage) int64 {
	var text string
	_ = json.Unmarshal(value, &text)
	return int64(utf8.RuneCountInString(text))
}

// The members of an object; what is none has none. A map, since the names in structs match in any case.
func object(value json.RawMessage) (fields map[string]json.RawMessage) {
	_ = json.Unmarshal(value, &fields)
	return fields
}

func init() {
	gatehouse.Serve(gatehouse.About{
		Name:        "topic_keeper",
		Version:     "1.0.0",
		Vendor:      "Gatehouse",
		Licence:     "Apache-2.0",
		Description: "Says who may set a topic, and how long it may be",
	}, create)
}

func main() {}
