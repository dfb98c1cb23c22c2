// Package gatehouse is a small layer over the contract: what a module in Go implements, and the functions that the host
// calls. A panic in a module's code becomes a failure of the module; one in a goroutine of its own ends the process.
package gatehouse

// #include "record.h"
import "C"

import "sync"

// About says what a module is called.
type About struct{ Name, Version, Vendor, Licence, Description string }

// StateEvent holds the arguments of user_may_send_state_event. Content is JSON.
type StateEvent struct {
	UserID, RoomID, Type, StateKey string
	Content                        []byte
}

// Instance is what this layer knows of a module's callbacks. Any number of threads may be in it at once.
type Instance interface {
	// UserMaySendStateEvent denies with an error code; "" asks the next module. An error is a failure of the module.
	UserMaySendStateEvent(event StateEvent) (errcode string, err error)
}

// Mistakes tells the operator what is wrong with a configuration.
type Mistakes struct {
	reply *C.gh_config_reply
	any   bool
}

// Add says where in the configuration, "editors.3" or "" for all of it, and what is wrong.
func (mistakes *Mistakes) Add(keyPath, message string) {
	mistakes.any = true
	path, text := lend(keyPath), lend(message)
	defer giveBack(path)
	defer giveBack(text)
	C.gh_refuse(mistakes.reply, path, text)
}

// Create makes an instance from its configuration, which is JSON, or tells every mistake in it. It touches nothing else:
// the host has an instance made, and thrown away, just to look at the configuration.
type Create func(config []byte, mistakes *Mistakes) Instance

var module struct {
	about  About
	create Create
	once   sync.Once
	record *C.gh_module
}

// Serve says what the module is. Call it in an init function.
func Serve(about About, create Create) { module.about, module.create = about, create }

//export gatehouse_module_register
func gatehouse_module_register(_ *C.const_gh_host_info, into *C.gh_registration) C.gh_outcome {
	module.once.Do(makeRecord)
	if module.create == nil || module.record == nil {
		message := lend("the module says nothing of itself, or there is no memory left")
		defer giveBack(message)
		return C.gh_refuse_host(into, message)
	}
	return C.gh_register(into, module.record)
}

// The record and its texts live as long as the process.
func makeRecord() {
	module.record = C.gatehouse_new_record()
	if module.record == nil {
		return
	}
	module.record.name = lend(module.about.Name)
	module.record.version = lend(module.about.Version)
	module.record.vendor = lend(module.about.Vendor)
	module.record.licence = lend(module.about.Licence)
	module.record.description = lend(module.about.Description)
}
