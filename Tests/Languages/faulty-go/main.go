// Panics when it is told to: in user_may_send_state_event by the user, in create by the configuration.
package main

import (
	"bytes"
	"errors"

	"gatehouse.example/topic-keeper/gatehouse"
)

type faulty struct{ numbers map[string]int }

func (module *faulty) UserMaySendStateEvent(event gatehouse.StateEvent) (errcode string, err error) {
	switch event.UserID {
	case "@panic:x":
		panic("told to by " + event.UserID)
	case "@nil:x":
		var none *faulty
		none.numbers = nil // a segmentation fault that Go takes for its own
	case "@map:x":
		module.numbers["x"] = 1
	case "@error:x":
		return "", errors.New("an error")
	}
	return "M_FORBIDDEN", nil
}

func init() {
	gatehouse.Serve(gatehouse.About{Name: "faulty_go"}, func(config []byte, _ *gatehouse.Mistakes) gatehouse.Instance {
		if bytes.Contains(config, []byte("panic")) {
			panic("a panic in create")
		}
		return &faulty{}
	})
}

func main() {}
