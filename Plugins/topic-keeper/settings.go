package main

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"

	"gatehouse.example/topic-keeper/gatehouse"
)

// {"editors": [user ids], "maximum_length": characters}
func create(config []byte, mistakes *gatehouse.Mistakes) gatehouse.Instance {
	settings := object(config)
	if settings == nil {
		mistakes.Add("", "must be a mapping")
	}
	keeper := &topicKeeper{}
	for _, key := range sortedKeys(settings) {
		switch key {
		case "editors":
			keeper.editors = userIDs(key, settings[key], mistakes)
		case "maximum_length":
			if json.Unmarshal(settings[key], &keeper.maximumLength) != nil || keeper.maximumLength < 1 {
				mistakes.Add(key, "must be a whole number of characters, 1 or more")
			}
		default:
			mistakes.Add(key, `there is no such setting; there are "editors" and "maximum_length"`)
		}
	}
	return keeper
}

func userIDs(key string, list json.RawMessage, mistakes *gatehouse.Mistakes) map[string]bool {
	var items []json.RawMessage
	if json.Unmarshal(list, &items) != nil || items == nil {
		mistakes.Add(key, "must be a list of user ids")
	}
	users := map[string]bool{}
	for index, item := range items {
		var user string
		if json.Unmarshal(item, &user) != nil || !strings.HasPrefix(user, "@") || !strings.Contains(user, ":") {
			mistakes.Add(fmt.Sprint(key, ".", index), "must be a user id, a string")
		}
		users[user] = true
	}
	return users
}

func sortedKeys(settings map[string]json.RawMessage) []string {
	keys := make([]string, 0, len(settings))
	for key := range settings {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
