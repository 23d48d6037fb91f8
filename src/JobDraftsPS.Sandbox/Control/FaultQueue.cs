using System.Globalization;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>The faults that wait, and the chance of further ones.</summary>
internal sealed class FaultQueue(int seed)
{
    private readonly object gate = new();
    private readonly List<Waiting> waiting = [];
#pragma warning disable CA5394 // Chance here only spreads test faults; a seed has to repeat it.
    private readonly Random chance = new(seed);
#pragma warning restore CA5394

    /// <summary>How many requests the waiting faults will still meet.</summary>
    public int Pending
    {
        get
        {
            lock (gate)
            {
                return waiting.Sum(fault => fault.Left);
            }
        }
    }

    public void Apply(SandboxControl control)
    {
        lock (gate)
        {
            if (control.ClearFaults == true)
            {
                waiting.Clear();
            }

            waiting.AddRange((control.Faults ?? []).Select(fault => new Waiting(fault)));
        }
    }

    /// <summary>Takes the fault that meets this request, if any: the first that matches, else one by chance.</summary>
    public SandboxFault? Take(string? service, string method, string target, double rate)
    {
        lock (gate)
        {
            foreach (var candidate in waiting)
            {
                if (!Matches(candidate.Fault, service, method, target) || candidate.PassesBy())
                {
                    continue;
                }

                candidate.Left--;
                if (candidate.Left == 0)
                {
                    waiting.Remove(candidate);
                }

                return candidate.Fault;
            }

            return rate > 0 ? ByChance(rate) : null;
        }
    }

    private static bool Matches(SandboxFault fault, string? service, string method, string target) =>
        (fault.Service is null || fault.Service.Equals(service, StringComparison.OrdinalIgnoreCase))
        && (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (fault.PathContains is null
            || CultureInfo.InvariantCulture.CompareInfo.IndexOf(target, fault.PathContains, CompareOptions.Ordinal) >= 0);

    private SandboxFault? ByChance(double rate)
    {
#pragma warning disable CA5394
        if (chance.NextDouble() >= rate)
        {
            return null;
        }

        return chance.Next(3) switch
#pragma warning restore CA5394
        {
            0 => new SandboxFault { Kind = SandboxFaultKind.Status, Status = 500 },
            1 => new SandboxFault { Kind = SandboxFaultKind.Status, Status = 503 },
            _ => new SandboxFault { Kind = SandboxFaultKind.DropBeforeHandling },
        };
    }

    private sealed class Waiting(SandboxFault fault)
    {
        private int skip = fault.Skip;

        public SandboxFault Fault { get; } = fault;

        public int Left { get; set; } = fault.Count;

        public bool PassesBy()
        {
            if (skip == 0)
            {
                return false;
            }

            skip--;
            return true;
        }
    }
}
