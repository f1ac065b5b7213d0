"""The long proofs, a little of each; their modules say how to run the whole."""

from __future__ import annotations

import socket

import pytest
from PySide6.QtCore import QTimer

from tests.journeys.monkey import let_loose
from tests.journeys.random_visits import receive
from tests.journeys.soak import live, memory_mb, network_sockets


@pytest.mark.parametrize("seed", [3, 7])
def test_a_monkey_finds_no_fault_and_always_the_way_back_to_the_loop(set_a_table, seed):
    walk = let_loose(set_a_table(), acts=250, seed=seed)
    assert walk.faults == []
    assert len(walk.seen) > 3, "it never got anywhere"


def test_the_monkey_s_listener_hears_what_a_slot_raises(set_a_table):
    def stumble() -> None:
        raise ValueError("a bug")

    table = set_a_table()
    QTimer.singleShot(0, stumble)
    walk = let_loose(table, acts=0, seed=3)
    assert walk.faults == ["ValueError: a bug"]


def test_nobody_leaves_a_trace_however_far_they_came_and_however_they_left(set_a_table):
    found = receive(set_a_table(), visits=8, seed=5)
    assert found.traces == []
    assert found.visits == 8
    assert found.signed > 0


def test_visit_after_visit_opens_no_network_socket(set_a_table):
    day = live(set_a_table(), visits=6, seed=2)
    assert day.visits == 6
    assert network_sockets() == set()
    assert memory_mb() > 1


def test_the_search_for_sockets_finds_one():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = f"{server.getsockname()[1]:04X}"
        assert any(port in found for found in network_sockets())
