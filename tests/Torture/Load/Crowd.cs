using System.Collections.Concurrent;
using MonEspaceSante.Torture.Log;
using MonEspaceSante.Torture.Platform;

namespace MonEspaceSante.Torture.Load;

/// <summary>What clients remember between rounds: deposits that nobody has confirmed, and those that somebody has.</summary>
internal sealed class Memory
{
    public ConcurrentQueue<Deposit> Unclear { get; } = [];

    public ConcurrentBag<(Deposit Deposit, string Document)> Made { get; } = [];
}

/// <summary>Everybody who calls the platform during a round, all at once, until told to stop.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly Memory _memory;
    private readonly DemoFile _demo;
    private readonly string _folder;
    private readonly List<Client> _clients = [];
    private readonly Client _holder;
    private readonly Func<Identity, Client> _join;
    private volatile bool _over;

    public Crowd(int round, PlatformProcess platform, string folder, Memory memory, AcknowledgementLog log)
    {
        (_memory, _folder, _demo) = (memory, folder, DemoFile.Read(folder));
        var pki = Path.Combine(folder, "pki");
        _join = identity =>
        {
            var http = MutualTls.Client(identity.Certificate is null ? platform.Citizens : platform.Professionals, pki, identity.Certificate);
            var client = new Client(http, identity, round, log);
            _clients.Add(client);
            return client;
        };
        _holder = _join(new(_demo.People[0].Space, null));
    }

    /// <summary>The holder activates the space, if it is the first time, signs in and reads the whole list before anybody else comes.</summary>
    public async Task ArriveAsync(bool first)
    {
        if (first)
        {
            await Holder.ActivateAsync(_holder, _demo.People[0], _folder);
        }

        await Holder.SignInAsync(_holder, _folder);
        await _holder.ListAsync(_demo.People[0], asked: Asked.ListAfterStart);
        foreach (var standing in await _holder.BlocksAsync())
        {
            await _holder.LiftBlockAsync(standing);
        }
    }

    /// <summary>Every deposit that nobody has confirmed is made again, one after the other; what is still not confirmed is answered.</summary>
    public async Task<IReadOnlyList<Deposit>> InsistAsync()
    {
        var left = new List<Deposit>();
        var clients = new[] { Identity.Laboratory, Identity.Gp }.ToDictionary(identity => identity, _join);
        while (_memory.Unclear.TryDequeue(out var unclear))
        {
            if (!(await clients[unclear.By].DepositAsync(unclear)).Acknowledged)
            {
                left.Add(unclear);
            }
        }

        return left;
    }

    /// <summary>Everybody calls until the platform is gone or <see cref="Stop"/>.</summary>
    public Task CallAsync(Random random)
    {
        var seeds = Enumerable.Range(0, 6).Select(_ => random.Next()).ToArray();
        return Task.WhenAll(
            DepositAsync(_join(Identity.Laboratory), new(seeds[0])),
            DepositAsync(_join(Identity.Laboratory), new(seeds[1])),
            DepositAsync(_join(Identity.Gp), new(seeds[2])),
            ReadAsync(_join(Identity.Gp), new(seeds[3])),
            ReadAsync(_join(Identity.Specialist), new(seeds[4])),
            DecideAsync(new(seeds[5])));
    }

    /// <summary>Nobody begins another request.</summary>
    public void Stop() => _over = true;

    public void Dispose() => _clients.ForEach(client => client.Dispose());

    private async Task DepositAsync(Client client, Random random)
    {
        while (!_over)
        {
            var deposit = Choose(client, random);
            var exchanges = random.Next(12) == 0
                ? await Task.WhenAll(client.DepositAsync(deposit), client.DepositAsync(deposit))
                : [await client.DepositAsync(deposit)];
            if (exchanges.FirstOrDefault(exchange => exchange.Acknowledged) is { Document: { } document })
            {
                _memory.Made.Add((deposit, document));
            }
            else
            {
                // Repeated by whoever has that identity, in this round or, if the platform is gone, in the next.
                _memory.Unclear.Enqueue(deposit);
            }

            if (exchanges.Any(exchange => exchange.Status is null))
            {
                return;
            }
        }
    }

    private Deposit Choose(Client client, Random random)
    {
        if (random.Next(3) == 0 && _memory.Unclear.TryDequeue(out var unclear))
        {
            if (unclear.By == client.Identity)
            {
                return unclear;
            }

            _memory.Unclear.Enqueue(unclear);
        }

        return random.Next(8) == 0 && Any(random) is { } made && made.Deposit.By == client.Identity
            ? made.Deposit
            : Deposit.Next(client.Identity, _demo.People[random.Next(2)], random);
    }

    private async Task ReadAsync(Client client, Random random)
    {
        Exchange? last = null;
        while (!_over && last is not { Status: null })
        {
            var known = Any(random);
            last = known is null || random.Next(20) == 0 ? await client.ListAsync(_demo.People[random.Next(2)])
                : random.Next(2) == 0 ? await client.ListAsync(known.Value.Deposit.For, $"&identifier={known.Value.Deposit.UniqueId}")
                : await client.OpenAsync(known.Value.Deposit.For.Space, known.Value.Document);
        }
    }

    /// <summary>The holder shuts the specialist out and in again, and looks in between.</summary>
    private async Task DecideAsync(Random random)
    {
        Exchange? last = null;
        while (!_over && last is not { Status: null })
        {
            last = await _holder.BlockAsync(Identity.Specialist.Id[1..]);
            if (last is { Acknowledged: true, Block: { } block } && random.Next(10) > 0)
            {
                last = await _holder.LiftBlockAsync(block);
            }

            if (!_over && last.Status is not null && Any(random) is { } known && known.Deposit.For == _demo.People[0])
            {
                last = await _holder.OpenAsync(known.Deposit.For.Space, known.Document);
            }
        }
    }

    private (Deposit Deposit, string Document)? Any(Random random)
    {
        var made = _memory.Made.ToArray();
        return made.Length == 0 ? null : made[random.Next(made.Length)];
    }
}
