module gatehouse.example/topic-keeper

go 1.19
