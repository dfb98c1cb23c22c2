package gatehouse

// #include <stdlib.h>
// #include "record.h"
import "C"

import (
	"fmt"
	"runtime/cgo"
	"unsafe"
)

// What the host knows an instance by: C memory that holds a handle, since C must not keep pointers of Go.
func instance(self unsafe.Pointer) Instance {
	return (*(*cgo.Handle)(self)).Value().(Instance)
}

//export gatehouseConfigure
func gatehouseConfigure(config C.gh_json, _ *C.gh_setup, reply *C.gh_config_reply) C.gh_outcome {
	_, outcome := makeInstance(config, reply)
	return outcome
}

//export gatehouseCreate
func gatehouseCreate(
	_ *C.const_gh_host, config C.gh_json, reply *C.gh_config_reply, self *unsafe.Pointer,
) C.gh_outcome {
	made, outcome := makeInstance(config, reply)
	if outcome == C.GH_NEXT {
		*self = C.malloc(C.size_t(unsafe.Sizeof(cgo.Handle(0))))
		*(*cgo.Handle)(*self) = cgo.NewHandle(made)
	}
	return outcome
}

//export gatehouseDestroy
func gatehouseDestroy(self unsafe.Pointer) {
	(*(*cgo.Handle)(self)).Delete()
	C.free(self)
}

func makeInstance(config C.gh_json, reply *C.gh_config_reply) (made Instance, outcome C.gh_outcome) {
	mistakes := Mistakes{reply: reply}
	defer func() {
		if problem := recover(); problem != nil {
			mistakes.Add("", fmt.Sprint("a panic: ", problem))
		}
		outcome = C.GH_NEXT
		if mistakes.any {
			outcome = C.GH_FAILED
		}
	}()
	made = module.create([]byte(text(config.text)), &mistakes)
	return made, C.GH_NEXT
}

//export gatehouseUserMaySendStateEvent
func gatehouseUserMaySendStateEvent(
	self unsafe.Pointer, call *C.const_gh_user_may_send_state_event, reply *C.gh_code_reply,
) (outcome C.gh_outcome) {
	defer func() {
		if problem := recover(); problem != nil {
			outcome = fail(reply, fmt.Sprint("a panic: ", problem))
		}
	}()
	errcode, err := instance(self).UserMaySendStateEvent(StateEvent{
		text(call.user_id), text(call.room_id), text(call.event_type), text(call.state_key),
		[]byte(text(call.content.text)),
	})
	if err != nil {
		return fail(reply, err.Error())
	}
	if errcode == "" {
		return C.GH_NEXT
	}
	code := lend(errcode)
	defer giveBack(code)
	return C.gh_code_deny(reply, code)
}

func fail(reply *C.gh_code_reply, message string) C.gh_outcome {
	text := lend(message)
	defer giveBack(text)
	return C.gh_reply_fail(&reply.base, text)
}

// A copy of a text of the contract; absent text reads as empty.
func text(str C.gh_str) string { return C.GoStringN(str.ptr, C.int(str.len)) }

// A copy of a text in C memory, which lives until it is given back.
func lend(text string) C.gh_str {
	return C.gh_make_str(C.CString(text), C.size_t(len(text)))
}

func giveBack(str C.gh_str) { C.free(unsafe.Pointer(str.ptr)) }
