"""Makes small results as the three generations of the Python original wrote them, and the figures that they should give.

Run it in this folder with Python 3.8 or newer and numpy 2: python3 make_results.py
"""

import json
import pickle
import random
import statistics

import numpy

TASKS, EPOCHS, BATCHES = 3, 2, 4


def result(generation, task_type, order):
    """order: the task of every epoch."""
    draw = random.Random(generation)
    data = {"epoch_data": [], "task_boundaries": [], "batch_losses": [], "training_times": []}
    if generation > 1:
        data["oldest_task_ids_tracking"] = [([[0, None], [None, 1]], [0, 1])]
    seen = 0
    epochs_of = dict.fromkeys(range(TASKS), 0)
    for epoch, task in enumerate(order):
        seen = max(seen, task + 1)
        accuracies = [draw.randrange(201) / 200 for _ in range(seen)]
        if generation == 3:
            accuracies = [numpy.float64(accuracy) for accuracy in accuracies]
        seconds = 0.25 + 0.5 * epoch if generation == 3 else None
        losses = [draw.random() for _ in range(BATCHES)]
        for batch, loss in enumerate(losses):
            data["batch_losses"].append({"task": task, "epoch": epochs_of[task], "batch": batch, "loss": loss})
        epochs_of[task] += 1
        data["epoch_data"].append(
            {
                "epoch": epoch,
                "task_id": task,
                "overall_accuracy": sum(accuracies) / seen,
                "individual_accuracies": accuracies,
                "epoch_loss": sum(losses) / BATCHES,
                "memory_size": 0 if generation == 2 and epoch == 0 else 10 * seen + epoch,
                "learning_rate": 0.001 / (epoch + 1),
                "training_time": seconds,
            }
        )
        if seconds is not None:
            data["training_times"].append(seconds)
            data["task_boundaries"].append(epoch)
    rows = data["epoch_data"]
    data["timestamp"] = f"2025-0{generation}-17T11:02:39.080268"
    data["task_accuracies"] = [row["overall_accuracy"] for row in rows]
    data["per_task_accuracies"] = [row["individual_accuracies"] for row in rows]
    data["memory_sizes"] = [row["memory_size"] for row in rows]
    data["epoch_losses"] = [[row["epoch_loss"]] for row in rows]
    data["learning_rate"] = [row["learning_rate"] for row in rows]
    data["memory_efficiency"] = [row["overall_accuracy"] / max(1, row["memory_size"]) for row in rows]
    data["params"] = params(generation, task_type)
    return data


def params(generation, task_type):
    values = {
        "batch_size": 10,
        "dataset_name": "mnist",
        "hidden_dim": 200,
        "input_dim": 784,
        "learning_rate": 0.001,
        "memory_size_p": 3,
        "memory_size_q": 10,
        "num_classes": 10,
        "num_epochs": EPOCHS,
        "num_pools": 10,
        "num_tasks": TASKS,
        "output_dir": "results/small",
        "quick_test_mode": False,
        "task_type": task_type,
        "use_lr_scheduler": True,
        "verbose": False,
    }
    if generation > 1:
        values.update(add_remove_randomly=False, experiment_name="small-mega-1", random_em=generation == 3, sampling_rate=1)
    if generation > 2:
        values.update(
            experiment_name="small",
            task_introduction="half and half",
            removal_function="remove_furthest_from_mean",
            tracking_interval=1,
        )
    return values


def expected(data):
    """The figures, from their definitions, without a line of the program's."""
    rows = data["epoch_data"]
    first = [row["individual_accuracies"][0] for row in rows]
    best = max(a for a, row in zip(first, rows) if row["task_id"] == 0)
    last_row_of = {row["task_id"]: row["individual_accuracies"] for row in rows}
    order = sorted(last_row_of, key=lambda task: max(i for i, row in enumerate(rows) if row["task_id"] == task))
    end = last_row_of[order[-1]]
    others = order[:-1]
    bests = {t: max(last_row_of[u][t] for u in others if t < len(last_row_of[u])) for t in others}
    return {
        "average_accuracy": statistics.mean(row["overall_accuracy"] for row in rows),
        "first_task_accuracy": statistics.mean(first),
        "first_task_forgetting": statistics.mean(best - a for a, row in zip(first, rows) if row["task_id"] != 0),
        "acc": statistics.mean(end),
        "forgetting": statistics.mean(bests[t] - end[t] for t in others),
        "bwt": statistics.mean(end[t] - last_row_of[t][t] for t in others),
        "learning_accuracy": statistics.mean(last_row_of[t][t] for t in order),
    }


results = {
    "generation1.pkl": result(1, "rotation", [0, 0, 1, 1, 2, 2]),
    "generation2.pkl": result(2, "class_split", [0, 0, 1, 1, 2, 2]),
    "generation3.pkl": result(3, "permutation", [0, 1, 2, 0, 1, 2]),
}
for name, data in results.items():
    with open(name, "wb") as file:
        pickle.dump(data, file)
with open("expected.json", "w") as file:
    json.dump({name: expected(data) for name, data in results.items()}, file, indent=1)
    file.write("\n")
