module gatehouse.example/faulty-go

go 1.19

require gatehouse.example/topic-keeper v0.0.0

replace gatehouse.example/topic-keeper => ../../../Plugins/topic-keeper
